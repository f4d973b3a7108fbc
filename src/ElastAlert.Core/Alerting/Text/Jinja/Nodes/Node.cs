using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a part of a template that was read.</summary>
internal abstract class Node(JinjaPosition position)
{
    public JinjaPosition Position { get; } = position;

    /// <summary>Gets the parts of this part, in the order they stand in the template as far as it matters.</summary>
    public virtual IEnumerable<Node> Children => [];

    /// <summary>Tells a frame which names this part reads and sets, in the order of rendering.</summary>
    public virtual void TraceNames(FrameNames frame)
    {
        foreach (var child in Children)
            child.TraceNames(frame);
    }

    /// <summary>Looks for mistakes that need no values to be seen.</summary>
    /// <param name="check">Collects the mistakes.</param>
    /// <param name="isConditional">Whether the part may never be rendered: then an unknown filter is a mistake only once it is used.</param>
    public virtual void Check(TemplateCheck check, bool isConditional)
    {
        using var level = check.Enter(this);
        foreach (var child in Children)
            child.Check(check, isConditional);
    }
}
