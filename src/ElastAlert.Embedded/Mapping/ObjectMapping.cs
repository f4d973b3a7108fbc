namespace ElastAlert.Embedded.Mapping;

/// <summary>Is an object with fields and further objects.</summary>
internal sealed class ObjectMapping : MappingNode
{
    private readonly Dictionary<string, MappingNode> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingNode>.AlternateLookup<ReadOnlySpan<char>> _byName;

    public ObjectMapping(string path)
        : base(path) => _byName = _children.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets whether the content is looked at; when not, it is only stored.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Gets the mode of this object, or <see langword="null"/> for that of the object around it.</summary>
    public DynamicMode? Dynamic { get; set; }

    public IReadOnlyDictionary<string, MappingNode> Children => _children;

    public MappingNode? Find(ReadOnlySpan<char> name) => _byName.TryGetValue(name, out var node) ? node : null;

    public void Add(string name, MappingNode node) => _children.Add(name, node);

    public void Remove(string name) => _children.Remove(name);

    public string PathOf(ReadOnlySpan<char> name) => Path.Length == 0 ? name.ToString() : $"{Path}.{name}";
}
