using System.Text.Json;
using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is the mapping of one index: its fields, and how unknown ones are added.</summary>
internal sealed class IndexMapping
{
    public static readonly IReadOnlyList<DateFormat> DefaultDynamicDateFormats =
        [DateFormat.Default, DateFormat.Of("yyyy/MM/dd HH:mm:ss||yyyy/MM/dd||epoch_millis")];

    private readonly SortedDictionary<string, FieldMapping> _fields = new(StringComparer.Ordinal);

    public ObjectMapping Root { get; } = new("");

    /// <summary>Gets or sets what the owner of the index has noted in the mapping.</summary>
    public JsonElement? Meta { get; set; }

    public bool DetectsDates { get; set; } = true;

    public bool DetectsNumbers { get; set; }

    public IReadOnlyList<DateFormat> DynamicDateFormats { get; set; } = DefaultDynamicDateFormats;

    public IReadOnlyList<DynamicTemplate> Templates { get; set; } = [];

    /// <summary>Gets all fields by name, further forms of a field included.</summary>
    public IReadOnlyDictionary<string, FieldMapping> Fields => _fields;

    public FieldMapping? Find(string path) => _fields.GetValueOrDefault(path);

    public void Register(FieldMapping field)
    {
        _fields[field.Path] = field;
        foreach (var further in field.MultiFields)
            _fields[further.Path] = further;
    }

    public void Unregister(FieldMapping field)
    {
        _fields.Remove(field.Path);
        foreach (var further in field.MultiFields)
            _fields.Remove(further.Path);
    }

    /// <summary>Gets the fields whose name equals a name or matches a pattern with <c>*</c>.</summary>
    public IEnumerable<FieldMapping> Matching(string pattern)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return Find(pattern) is { } field ? [field] : [];
        var glob = Terms.Glob.ForNames(pattern);
        return _fields.Values.Where(field => glob.Matches(field.Path));
    }
}
