using System.Globalization;
using System.Text.Json;
using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Chooses the mapping of a field that a document has and the mapping has not.</summary>
internal sealed class DynamicFields(IndexMapping mapping)
{
    /// <summary>Adds the field for a value.</summary>
    public FieldMapping Add(ObjectMapping parent, string name, ref Utf8JsonReader value, long at)
    {
        var path = parent.PathOf(name);
        var (kind, type) = Detect(ref value);
        if (mapping.Templates.FirstOrDefault(template => template.Applies(kind, name, path)) is { } chosen)
        {
            new MappingReader(mapping, at).ReadField(parent, name, Definition(chosen, name, kind, type));
            return (FieldMapping)parent.Find(name)!;
        }

        var field = new FieldMapping(path, type, path, at);
        if (type is TextType)
            field.AddMultiField("keyword", new KeywordType(256), at);
        parent.Add(name, field);
        mapping.Register(field);
        return field;
    }

    private (string Kind, FieldType Type) Detect(ref Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.True or JsonTokenType.False => ("boolean", FieldTypes.Boolean),
        JsonTokenType.Number when value.ValueSpan.IndexOfAny(".eE"u8) < 0 => ("long", FieldTypes.Long),
        JsonTokenType.Number => ("double", FieldTypes.Float),
        _ => DetectText(value.GetString()!),
    };

    private (string Kind, FieldType Type) DetectText(string text)
    {
        var isLong = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        var isDouble = isLong || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (mapping.DetectsNumbers && isDouble)
            return isLong ? ("long", FieldTypes.Long) : ("double", FieldTypes.Float);
        if (!isDouble && mapping.DetectsDates && DetectDate(text) is { } date)
            return ("date", date);
        return ("string", FieldTypes.Text);
    }

    private DateType? DetectDate(string text)
    {
        foreach (var format in mapping.DynamicDateFormats)
        {
            if (format.TryParse(text, DateResolution.Start, out _))
                return new DateType(format, IsNanos: false);
        }

        return null;
    }

    private static JsonElement Definition(DynamicTemplate template, string name, string kind, FieldType type)
    {
        var dynamicType = kind == "string" ? "text" : type.Name;
        var text = template.Mapping.GetRawText()
            .Replace("{dynamic_type}", dynamicType, StringComparison.Ordinal)
            .Replace("{dynamicType}", dynamicType, StringComparison.Ordinal)
            .Replace("{name}", JsonEncodedText.Encode(name).ToString(), StringComparison.Ordinal);
        if (!template.Mapping.TryGetProperty("type", out _))
            text = $$"""{"type":"{{dynamicType}}"{{(text.Trim() is ['{', .., '}'] body && body[1..^1].Trim().Length > 0 ? "," + body[1..] : "}")}}""";
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
