using System.Text;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a field that can be searched, or a further form of one, such as <c>message.keyword</c>.</summary>
internal sealed class FieldMapping(string path, FieldType type, string sourcePath, long addedAt) : MappingNode(path)
{
    private readonly List<FieldMapping> _multiFields = [];

    public FieldType Type { get; } = type;

    /// <summary>Gets where the values stand in a document.</summary>
    public string SourcePath { get; } = sourcePath;

    public byte[] SourcePathUtf8 { get; } = Encoding.UTF8.GetBytes(sourcePath);

    /// <summary>Gets the sequence number from which on documents have the field; earlier ones were indexed without it.</summary>
    public long AddedAt { get; } = addedAt;

    public IReadOnlyList<FieldMapping> MultiFields => _multiFields;

    public void AddMultiField(string name, FieldType type, long at) =>
        _multiFields.Add(new FieldMapping($"{Path}.{name}", type, SourcePath, at));
}
