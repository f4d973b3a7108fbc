using System.Text.Json;
using ElastAlert.Embedded;
using ElastAlert.Values;

namespace ElastAlert.Cli.Testing;

/// <summary>Is the set of documents that a rule is tried on instead of a cluster.</summary>
internal sealed class TestDocuments : IDisposable
{
    private TestDocuments(EmbeddedSearch search, TimeWindow span) => (Search, Span) = (search, span);

    public EmbeddedSearch Search { get; }

    /// <summary>Gets the span of the documents, the first and the last included.</summary>
    public TimeWindow Span { get; }

    /// <summary>Loads documents.</summary>
    /// <param name="documents">A JSON list of documents, or one document.</param>
    /// <param name="rule">The rule, which names the index and the timestamp.</param>
    /// <exception cref="ElastAlertException">A document has no usable timestamp.</exception>
    public static TestDocuments Load(JsonElement documents, Rule rule)
    {
        var items = documents.ValueKind == JsonValueKind.Array ? documents.EnumerateArray().ToList() : [documents];
        var search = new EmbeddedSearch();
        var index = IndexName(rule.Query.Index);
        var timestamp = FieldPath.Parse(rule.Timestamp.Field);
        DateTimeOffset? first = null, last = null;
        foreach (var item in items)
        {
            if (item.ValueKind != JsonValueKind.Object || !IsoTime.TryParse(timestamp.Find(item).ToText(), out var moment))
                throw new ElastAlertException($"All documents must have a timestamp and _id: this one has no {rule.Timestamp.Field} in ISO 8601: {Short(item)}");
            first = first < moment ? first : moment;
            last = last > moment ? last : moment;
            var document = Document.Of(item);
            search.Index(index, document.Without("_id").Without("_index").Without("_type").ToString(), document.Find("_id").AsText());
        }

        var none = DateTimeOffset.UnixEpoch;
        return new TestDocuments(search, new TimeWindow((first ?? none) - TimeSpan.FromMilliseconds(1), (last ?? none) + TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => Search.Dispose();

    private static string IndexName(string expression)
    {
        var name = new string([.. expression.Split(',')[0].ToLowerInvariant().Select(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : 'x')]);
        return name.Length == 0 || name[0] is '-' or '_' or '.' ? "x" + name : name;
    }

    private static string Short(JsonElement item) => item.GetRawText() is { Length: > 200 } text ? text[..200] + "..." : item.GetRawText();
}
