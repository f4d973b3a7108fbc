namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a named part of a mapping: an object or a field.</summary>
internal abstract class MappingNode(string path)
{
    /// <summary>Gets the full name, with dots.</summary>
    public string Path { get; } = path;
}
