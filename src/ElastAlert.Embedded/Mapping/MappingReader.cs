using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Adds what a mapping definition says to the mapping of an index.</summary>
/// <param name="mapping">The mapping that grows.</param>
/// <param name="at">The sequence number of the next document, from which on new fields are filled.</param>
internal sealed class MappingReader(IndexMapping mapping, long at)
{
    public void Read(JsonElement definition)
    {
        foreach (var part in definition.EnumerateObject())
            ReadPart(part);
    }

    /// <summary>Adds one field, or checks that an existing one is the same.</summary>
    public void ReadField(ObjectMapping parent, string name, JsonElement definition)
    {
        if (name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0)
        {
            ReadField(Child(parent, name[..dot]), name[(dot + 1)..], definition);
            return;
        }

        if (IsObject(definition))
            ReadObject(parent, name, definition);
        else
            ReadLeaf(parent, name, definition);
    }

    private static bool IsObject(JsonElement definition) =>
        !definition.TryGetProperty("type", out var type) || type.ValueEquals("object");

    private void ReadPart(JsonProperty part)
    {
        switch (part.Name)
        {
            case "properties":
                ReadProperties(mapping.Root, part.Value);
                break;
            case "dynamic":
                mapping.Root.Dynamic = ReadDynamic(part.Value);
                break;
            case "date_detection":
                mapping.DetectsDates = ReadFlag(part.Value);
                break;
            case "numeric_detection":
                mapping.DetectsNumbers = ReadFlag(part.Value);
                break;
            case "dynamic_date_formats":
                mapping.DynamicDateFormats = [.. part.Value.EnumerateArray().Select(format => DateFormat.Of(format.GetString()!))];
                break;
            case "dynamic_templates":
                mapping.Templates = [.. part.Value.EnumerateArray().Select(ReadTemplate)];
                break;
            case "_meta":
                mapping.Meta = part.Value.Clone();
                break;
            default:
                throw RequestFailure.Unsupported($"[{part.Name}] in a mapping");
        }
    }

    private void ReadProperties(ObjectMapping parent, JsonElement properties)
    {
        foreach (var field in properties.EnumerateObject())
            ReadField(parent, field.Name, field.Value);
    }

    private static ObjectMapping Child(ObjectMapping parent, string name, bool isEnabled = true)
    {
        switch (parent.Find(name))
        {
            case ObjectMapping existing:
                return existing;
            case FieldMapping field:
                throw RequestFailure.Illegal($"can't merge a non object mapping [{field.Path}] with an object mapping");
        }

        var child = new ObjectMapping(parent.PathOf(name)) { IsEnabled = isEnabled };
        parent.Add(name, child);
        return child;
    }

    private void ReadObject(ObjectMapping parent, string name, JsonElement definition)
    {
        var isEnabled = !definition.TryGetProperty("enabled", out var enabled) || ReadFlag(enabled);
        var child = Child(parent, name, isEnabled);
        foreach (var part in definition.EnumerateObject())
        {
            if (part.Name == "properties")
                ReadProperties(child, part.Value);
            else if (part.Name == "dynamic")
                child.Dynamic = ReadDynamic(part.Value);
            else if (part.Name is not ("type" or "enabled"))
                throw RequestFailure.Unsupported($"the mapping parameter [{part.Name}] on object [{child.Path}]");
        }
    }

    private void ReadLeaf(ObjectMapping parent, string name, JsonElement definition)
    {
        var path = parent.PathOf(name);
        var type = FieldTypes.Read(definition, path);
        switch (parent.Find(name))
        {
            case ObjectMapping:
                throw RequestFailure.Illegal($"can't merge a non object mapping [{path}] with an object mapping");
            case FieldMapping existing when existing.Type.Name != type.Name:
                throw RequestFailure.Illegal($"mapper [{path}] cannot be changed from type [{existing.Type.Name}] to [{type.Name}]");
            case FieldMapping existing when existing.Type != type:
                throw RequestFailure.Illegal($"Mapper for [{path}] conflicts with existing mapper");
            case FieldMapping existing:
                ReadMultiFields(existing, definition);
                mapping.Register(existing);
                return;
        }

        var field = new FieldMapping(path, type, path, at);
        ReadMultiFields(field, definition);
        parent.Add(name, field);
        mapping.Register(field);
    }

    private void ReadMultiFields(FieldMapping field, JsonElement definition)
    {
        if (!definition.TryGetProperty("fields", out var fields))
            return;
        foreach (var further in fields.EnumerateObject())
        {
            var type = FieldTypes.Read(further.Value, $"{field.Path}.{further.Name}");
            var existing = field.MultiFields.FirstOrDefault(known => known.Path == $"{field.Path}.{further.Name}");
            if (existing is null)
                field.AddMultiField(further.Name, type, at);
            else if (existing.Type != type)
                throw RequestFailure.Illegal($"Mapper for [{existing.Path}] conflicts with existing mapper");
        }
    }

    private static DynamicMode ReadDynamic(JsonElement value) => Scalars.Text(value) switch
    {
        "true" => DynamicMode.Add,
        "false" => DynamicMode.Ignore,
        "strict" => DynamicMode.Refuse,
        var other => throw RequestFailure.Unsupported($"[dynamic] with the value [{other}] in a mapping"),
    };

    private static bool ReadFlag(JsonElement value) => Scalars.Text(value) == "true";

    private static DynamicTemplate ReadTemplate(JsonElement named)
    {
        var definition = named.EnumerateObject().Single().Value;
        foreach (var part in definition.EnumerateObject())
        {
            if (part.Name is not ("mapping" or "match_mapping_type" or "match" or "unmatch" or "path_match" or "path_unmatch"))
                throw RequestFailure.Unsupported($"[{part.Name}] in a dynamic template");
        }

        return new DynamicTemplate
        {
            Definition = named.Clone(),
            Mapping = definition.GetProperty("mapping").Clone(),
            ValueKind = definition.TryGetProperty("match_mapping_type", out var kind) ? kind.GetString() : null,
            Names = Globs(definition, "match"),
            ExceptNames = Globs(definition, "unmatch"),
            Paths = Globs(definition, "path_match"),
            ExceptPaths = Globs(definition, "path_unmatch"),
        };
    }

    private static Glob[] Globs(JsonElement definition, string name)
    {
        if (!definition.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(pattern => Glob.ForNames(pattern.GetString()!))]
            : [Glob.ForNames(value.GetString()!)];
    }
}
