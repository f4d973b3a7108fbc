using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Is one part of the key of a composite aggregation.</summary>
internal sealed class CompositeSource
{
    private readonly KeyField _field;
    private readonly DateRounding? _rounding;
    private readonly DateFormat? _format;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private readonly bool _keepsMissing;

    private CompositeSource(string name, string kind, AggregationOptions options)
    {
        Name = name;
        _field = new KeyField(options.RequireText("field"), missing: null);
        IsDescending = options.TakeText("order") == "desc";
        _keepsMissing = options.TakeFlag("missing_bucket");
        if (kind == "date_histogram")
        {
            _zone = options.TakeText("time_zone") is { } zone ? Zones.Find(zone) : TimeZoneInfo.Utc;
            _rounding = DateIntervals.Read(options, _zone);
            _format = options.TakeText("format") is { } format ? DateFormat.Of(format) : null;
        }

        options.End();
    }

    public string Name { get; }

    public bool IsDescending { get; }

    public static CompositeSource Read(JsonElement definition)
    {
        var named = definition.EnumerateObject().Single();
        var kind = named.Value.EnumerateObject().Single();
        if (kind.Name is not ("terms" or "date_histogram"))
            throw RequestFailure.Unsupported($"[{kind.Name}] as a source of the aggregation [composite]");
        return new CompositeSource(named.Name, kind.Name, new AggregationOptions("composite", kind.Value));
    }

    public void Check(IndexView view)
    {
        _field.Check(view);
        if (_rounding is not null && view.Find(_field.Name) is { Type: not DateType } field)
            throw ShardFailure.Illegal($"Field [{_field.Name}] of type [{field.Type.Name}] is not supported for aggregation [date_histogram]");
    }

    public FieldType? Type(Selection selection) => _rounding is null ? _field.Type(selection) : FieldTypes.Long;

    /// <summary>Gets a reader of the keys of documents of one index.</summary>
    public Func<int, BucketKey[]> Open(IndexView view, Selection selection)
    {
        var keys = _field.Open(view, selection);
        return document =>
        {
            var found = keys.Read(document);
            if (found.IsEmpty)
                return _keepsMissing ? [BucketKey.Missing] : [];
            return _rounding is null ? found.ToArray() : Round(found);
        };
    }

    public void WriteKey(Responses.ResponseWriter writer, BucketKey key, FieldType? type)
    {
        if (!key.IsMissing && _format is not null)
            writer.Text(Name, _format.Format(Moment.FromMilliseconds(key.Number), _zone));
        else if (type is BooleanType && !key.IsMissing)
            writer.Flag(Name, key.Number != 0);
        else
            KeyWriter.WriteValue(writer, Name, key, type);
    }

    /// <summary>Reads a part of the key after which a page begins.</summary>
    public BucketKey ReadKey(JsonElement value, FieldType? type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return BucketKey.Missing;
        var text = Scalars.Text(value);
        if (_format is not null)
            return new BucketKey(_format.Parse(text, new DateResolution(RoundUp: false, _zone)).Milliseconds);
        if (type is DateType && value.ValueKind == JsonValueKind.Number)
            return new BucketKey(value.GetInt64());
        return type is NumericType numeric ? new BucketKey(numeric.Encode(text)) : new BucketKey(0, text);
    }

    private BucketKey[] Round(ReadOnlySpan<BucketKey> keys)
    {
        var rounded = new BucketKey[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            rounded[i] = new BucketKey(_rounding!.Floor(keys[i].Number));
        return rounded;
    }
}
