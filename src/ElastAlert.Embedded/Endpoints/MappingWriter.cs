using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes the mapping of an index.</summary>
internal static class MappingWriter
{
    public static void Write(ResponseWriter writer, IndexMapping mapping)
    {
        WriteDynamic(writer, mapping.Root.Dynamic);
        if (mapping.Meta is { } meta)
            writer.RawText("_meta", meta.GetRawText());
        if (!ReferenceEquals(mapping.DynamicDateFormats, IndexMapping.DefaultDynamicDateFormats))
            WriteDateFormats(writer, mapping);
        if (mapping.Templates.Count > 0)
            WriteTemplates(writer, mapping);
        if (!mapping.DetectsDates)
            writer.Flag("date_detection", false);
        if (mapping.DetectsNumbers)
            writer.Flag("numeric_detection", true);
        WriteProperties(writer, mapping.Root);
    }

    private static void WriteDateFormats(ResponseWriter writer, IndexMapping mapping)
    {
        writer.BeginArray("dynamic_date_formats");
        foreach (var format in mapping.DynamicDateFormats)
            writer.Text(null, format.Text);
        writer.EndArray();
    }

    private static void WriteTemplates(ResponseWriter writer, IndexMapping mapping)
    {
        writer.BeginArray("dynamic_templates");
        foreach (var template in mapping.Templates)
            writer.RawText(null, template.Definition.GetRawText());
        writer.EndArray();
    }

    private static void WriteProperties(ResponseWriter writer, ObjectMapping parent)
    {
        if (parent.Children.Count == 0)
            return;
        writer.BeginObject("properties");
        foreach (var (name, node) in parent.Children.OrderBy(child => child.Key, StringComparer.Ordinal))
        {
            writer.BeginObject(name);
            if (node is ObjectMapping child)
                WriteObject(writer, child);
            else
                WriteField(writer, (FieldMapping)node);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteObject(ResponseWriter writer, ObjectMapping child)
    {
        WriteDynamic(writer, child.Dynamic);
        if (child.Children.Count == 0)
            writer.Text("type", "object");
        if (!child.IsEnabled)
            writer.Flag("enabled", false);
        WriteProperties(writer, child);
    }

    private static void WriteField(ResponseWriter writer, FieldMapping field)
    {
        writer.Text("type", field.Type.Name);
        foreach (var (name, value) in field.Type.Settings)
        {
            if (value is long number)
                writer.Number(name, number);
            else
                writer.Text(name, (string)value);
        }

        if (field.MultiFields.Count == 0)
            return;
        writer.BeginObject("fields");
        foreach (var further in field.MultiFields)
        {
            writer.BeginObject(further.Path[(field.Path.Length + 1)..]);
            WriteField(writer, further);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void WriteDynamic(ResponseWriter writer, DynamicMode? mode)
    {
        if (mode is { } given)
            writer.Text("dynamic", given switch { DynamicMode.Add => "true", DynamicMode.Ignore => "false", _ => "strict" });
    }
}
