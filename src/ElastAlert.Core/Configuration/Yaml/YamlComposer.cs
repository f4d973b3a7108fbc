using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Builds the value of a document from the events of the parser: anchors, aliases, merge keys, tags.</summary>
internal sealed class YamlComposer(IParser parser, SourceText source)
{
    public const int DeepestNesting = 256;
    private const int LargestDocument = 2_000_000;

    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private int _depth;
    private int _size;

    /// <summary>Returns the value of the only document, or an absent value when there is none.</summary>
    /// <exception cref="YamlTextException">The text cannot be read.</exception>
    public OptionValue Compose()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return OptionValue.Null(source.Locate(0));
        parser.Consume<DocumentStart>();
        var value = Node();
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            throw Problem("a second document begins here, but a file may hold only one", parser.Current!.Start);
        return value;
    }

    private OptionValue Node()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Alias(alias);
        var start = parser.Consume<NodeEvent>();
        if (++_depth > DeepestNesting)
            throw Problem($"values are nested more than {DeepestNesting} deep", start.Start);
        var before = _size++;
        var anchor = Open(start);
        var value = Value(start);
        Close(anchor, value, _size - before);
        _depth--;
        return value;
    }

    private OptionValue Value(NodeEvent start) => start switch
    {
        Scalar scalar => YamlTags.Scalar(scalar, Place(scalar)),
        SequenceStart sequence => Sequence(sequence),
        MappingStart mapping => Mapping(mapping),
        _ => throw Problem("this cannot be read", start.Start),
    };

    private OptionValue Sequence(SequenceStart start)
    {
        YamlTags.Check(start.Tag, Place(start), "seq");
        var items = new List<OptionValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node());
        return OptionValue.Of(items, Place(start));
    }

    private OptionValue Mapping(MappingStart start)
    {
        YamlTags.Check(start.Tag, Place(start), "map");
        var own = new List<OptionMember>();
        var merged = new List<OptionMember>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Accept<Scalar>(out var key) && YamlTags.IsMergeKey(key))
                Merge(merged);
            else
                own.Add(Member());
        }

        return OptionValue.Of(OptionMap.FromEntries(merged.Concat(own)), Place(start));
    }

    private OptionMember Member()
    {
        if (parser.Accept<Scalar>(out var empty) && empty is { Value: "", Style: ScalarStyle.Plain } && empty.Tag.IsEmpty)
            throw Nameless();
        var key = Node();
        if (key.Kind is OptionKind.List or OptionKind.Map)
            throw new YamlTextException("a list or mapping cannot be the name of an option; put quotes around text that begins with { or [", key.Location);
        return new OptionMember(YamlTags.Name(key), Node(), key.Location);
    }

    private YamlTextException Nameless()
    {
        parser.Consume<Scalar>();
        return new YamlTextException("a value stands here without the name of an option", Node().Location);
    }

    // Of several merged mappings the first wins, so they are laid down from the last to the first.
    private void Merge(List<OptionMember> merged)
    {
        parser.Consume<Scalar>();
        var value = Node();
        var mappings = value.Kind == OptionKind.List ? value.Items : [value];
        if (mappings.FirstOrDefault(item => item.Kind != OptionKind.Map) is { } wrong)
            throw new YamlTextException("'<<' merges mappings, but this is none", wrong.Location);
        merged.AddRange(mappings.Reverse().SelectMany(mapping => mapping.Members.Entries));
    }

    private OptionValue Alias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchored))
            throw Problem($"'*{alias.Value}' names no anchor; put quotes around text that begins with *", alias.Start);
        if (anchored.Value is null)
            throw Problem($"'*{alias.Value}' is part of what it names", alias.Start);
        _size += anchored.Size;
        return _size <= LargestDocument ? anchored.Value : throw Problem("aliases make the document too large", alias.Start);
    }

    private AnchorName Open(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty && !_anchors.TryAdd(node.Anchor, default))
            throw Problem($"the anchor '&{node.Anchor.Value}' is there already", node.Start);
        return node.Anchor;
    }

    private void Close(AnchorName anchor, OptionValue value, int size)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor] = new Anchored(value, size);
    }

    private SourceLocation Place(NodeEvent node) => source.Locate((int)node.Start.Index);

    private YamlTextException Problem(string message, Mark mark) => new(message, source.Locate((int)mark.Index));

    private readonly record struct Anchored(OptionValue? Value, int Size);
}
