using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Fetching;

/// <summary>Writes the parts of a document that an answer carries.</summary>
internal sealed class HitWriter(ResponseWriter writer, FetchOptions options)
{
    /// <summary>Writes what stands at the beginning of each hit.</summary>
    public void WriteHead(IndexView view, in StoredDocument document)
    {
        writer.Text("_index", view.Name);
        writer.Text("_id", document.Id);
        if (options.ShowsVersion)
            writer.Number("_version", document.Version);
        if (!options.ShowsSequenceNumber)
            return;
        writer.Number("_seq_no", document.SequenceNumber);
        writer.Number("_primary_term", WriteResult.PrimaryTerm);
    }

    /// <summary>Writes the source and the fields.</summary>
    public void WriteContent(IndexView view, int document)
    {
        ref readonly var stored = ref view.Segment[document];
        WriteIgnored(stored);
        WriteSource(stored);
        if (options.Fields.Count > 0 || options.IndexedFields.Count > 0)
            WriteFields(view, document, stored);
    }

    public void WriteSource(in StoredDocument document)
    {
        if (!options.Source.IsEnabled)
            return;
        if (options.Source.Paths.KeepsAll)
            writer.Raw("_source", document.Source.Span);
        else
            writer.Copy("_source", document.Source.Span, options.Source.Paths, options.Source.KeepsEmptied);
    }

    private void WriteIgnored(in StoredDocument document)
    {
        if (document.Ignored.Count == 0)
            return;
        writer.BeginArray("_ignored");
        foreach (var field in document.Ignored)
            writer.Text(null, field);
        writer.EndArray();
    }

    private void WriteFields(IndexView view, int document, in StoredDocument stored)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ignored = new List<FieldValues>();
        writer.BeginOptionalObject("fields");
        foreach (var (field, format) in Requested(view, options.Fields).Where(request => names.Add(request.Field.Path)))
        {
            var values = new FieldValues(field, format, writer);
            values.Write(stored.Source.Span);
            if (values.Ignored.Count > 0)
                ignored.Add(values);
        }

        foreach (var (field, format) in Requested(view, options.IndexedFields).Where(request => names.Add(request.Field.Path)))
            WriteIndexed(view, document, field, format);
        writer.EndObject();
        WriteIgnoredValues(ignored);
    }

    // Of several requests for one field the last one counts.
    private static IEnumerable<(FieldMapping Field, DateFormat? Format)> Requested(IndexView view, IReadOnlyList<FieldRequest> requests) =>
        requests.Reverse().SelectMany(request => view.Mapping.Matching(request.Pattern).Select(field => (field, request.Format)));

    private void WriteIgnoredValues(List<FieldValues> ignored)
    {
        writer.BeginOptionalObject("ignored_field_values");
        foreach (var values in ignored)
        {
            writer.BeginArray(values.Name);
            foreach (var text in values.Ignored)
                writer.Text(null, text);
            writer.EndArray();
        }

        writer.EndObject();
    }

    private void WriteIndexed(IndexView view, int document, FieldMapping field, DateFormat? format)
    {
        if (field.Type is NumericType numeric)
            WriteNumbers(field, view.Longs(field)[document], numeric, format);
        else if (field.Type is KeywordType)
            WriteTerms(field, view.Terms(field), document);
        else
            throw Fielddata.Disabled(field, view.Name);
    }

    private void WriteNumbers(FieldMapping field, ReadOnlySpan<long> values, NumericType type, DateFormat? format)
    {
        if (values.IsEmpty)
            return;
        var sorted = values.ToArray();
        Array.Sort(sorted);
        writer.BeginArray(field.Path);
        foreach (var value in sorted)
            FieldValues.Write(writer, type, value, format);
        writer.EndArray();
    }

    private void WriteTerms(FieldMapping field, TermColumn column, int document)
    {
        if (column[document].IsEmpty)
            return;
        writer.BeginArray(field.Path);
        foreach (var term in column[document].ToArray().Select(ordinal => column.Terms[ordinal]).Order(TermOrder.Instance))
            writer.Text(null, term);
        writer.EndArray();
    }
}
