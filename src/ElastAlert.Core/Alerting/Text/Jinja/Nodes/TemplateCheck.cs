using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Collects the first mistake of a template that reading alone does not show, and limits how deep it is nested.</summary>
internal sealed class TemplateCheck
{
    private const int MaxDepth = 200;

    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Gets the first mistake and its place.</summary>
    public (string Message, JinjaPosition Position)? Mistake { get; private set; }

    public void Fail(string message, JinjaPosition position) => Mistake ??= (message, position);

    /// <summary>Goes into a part; disposing the answer leaves it.</summary>
    public Level Enter(Node node)
    {
        if (++_depth > MaxDepth)
            throw new TemplateNestingException(node.Position);
        return new Level(this);
    }

    /// <summary>Notes a block, which may stand in a template once.</summary>
    public void AddBlock(string name, JinjaPosition position)
    {
        if (!_blocks.Add(name))
            Fail($"block '{name}' defined twice", position);
    }

    /// <summary>Is being inside one part.</summary>
    internal readonly struct Level(TemplateCheck check) : IDisposable
    {
        public void Dispose() => check._depth--;
    }
}
