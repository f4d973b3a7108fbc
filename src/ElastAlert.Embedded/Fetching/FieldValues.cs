using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Fetching;

/// <summary>Writes the values that one document has in a field, from its source.</summary>
internal sealed class FieldValues(FieldMapping mapping, DateFormat? format, ResponseWriter writer) : IScalarReceiver
{
    private readonly List<string> _ignored = [];
    private bool _isOpen;

    public string Name => mapping.Path;

    /// <summary>Gets the values that cannot be searched.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    public void Write(ReadOnlySpan<byte> source)
    {
        FieldReader.Read(source, mapping.SourcePathUtf8, this);
        if (_isOpen)
            writer.EndArray();
    }

    public void Accept(ref Utf8JsonReader value)
    {
        if (mapping.Type is KeywordType keyword && Scalars.Text(ref value).Length > keyword.IgnoreAbove)
        {
            _ignored.Add(Scalars.Text(ref value));
            return;
        }

        if (!_isOpen)
            writer.BeginArray(mapping.Path);
        _isOpen = true;
        if (mapping.Type is NumericType numeric)
            WriteShort(numeric, Scalars.Encode(ref value, numeric));
        else
            writer.Text(null, Scalars.Text(ref value));
    }

    public static void Write(ResponseWriter writer, NumericType type, long value, DateFormat? format)
    {
        if (type is DateType date)
            writer.Text(null, date.ToText(value, format));
        else if (type is BooleanType)
            writer.Flag(null, value != 0);
        else
            writer.RawText(null, type.ToJson(value));
    }

    private void WriteShort(NumericType type, long value)
    {
        if (type is FloatingType floating)
            writer.RawText(null, floating.ToShortJson(value));
        else
            Write(writer, type, value, format);
    }
}
