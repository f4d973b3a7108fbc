using System.Text;
using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Loads documents from files.</summary>
internal sealed class DocumentLoader(Catalog catalog, string? defaultIndex)
{
    private BulkOperation? _waiting;

    public int LoadLines(Stream ndjson)
    {
        var loaded = 0;
        var number = 0;
        using var lines = new StreamLines(ndjson);
        while (lines.TryRead(out var line))
        {
            number++;
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
                loaded += At($"line {number}", () => LoadLine(line));
        }

        return loaded;
    }

    public int LoadArray(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            throw new SearchException("The file is not a JSON array; for one document a line use NDJSON.");
        var loaded = 0;
        foreach (var element in document.RootElement.EnumerateArray())
        {
            var line = Encoding.UTF8.GetBytes(element.GetRawText());
            loaded += At($"element {loaded + 1}", () => LoadLine(line));
        }

        return loaded;
    }

    private static T At<T>(string place, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (RequestFailure failure)
        {
            throw LoadFailure.From(failure, place);
        }
        catch (JsonException exception)
        {
            throw new SearchException($"{place}: {exception.Message}", exception);
        }
    }

    private int LoadLine(ReadOnlyMemory<byte> line)
    {
        if (_waiting is { } operation)
        {
            _waiting = null;
            return Write(operation.Index, operation.Id, line, operation.Options with { OnlyCreate = operation.Action == "create" });
        }

        var (first, hit) = ReadHit(line);
        if (first is "index" or "create" && hit.Source.IsEmpty)
        {
            _waiting = BulkReader.Read(Terminated(line), defaultIndex)[0];
            return 0;
        }

        if (!hit.Source.IsEmpty)
            return Write(hit.Index, hit.Id, hit.Source);
        return Write(defaultIndex, null, line);
    }

    private int Write(string? index, string? id, ReadOnlyMemory<byte> source, WriteOptions options = default)
    {
        if (index is null)
            throw RequestFailure.Illegal("the document names no index: give _index and _source, or a default index");
        catalog.Write(() => catalog.ForWriting(index).Write(id, source, options));
        return 1;
    }

    private static byte[] Terminated(ReadOnlyMemory<byte> action) => [.. action.Span, .. "\n{}\n"u8];

    /// <summary>Looks for the members of a hit, and gets the name of the first member.</summary>
    private (string? First, (string? Index, string? Id, ReadOnlyMemory<byte> Source) Hit) ReadHit(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        string? first = null, id = null, index = defaultIndex;
        var source = ReadOnlyMemory<byte>.Empty;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            first ??= name;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (name == "_index")
                index = reader.GetString();
            else if (name == "_id" && reader.TokenType != JsonTokenType.Null)
                id = Scalars.Text(ref reader);
            reader.Skip();
            if (name == "_source")
                source = line[start..(int)reader.BytesConsumed];
        }

        return (first, (index, id, source));
    }
}
