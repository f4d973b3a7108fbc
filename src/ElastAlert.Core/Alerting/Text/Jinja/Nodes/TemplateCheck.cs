using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Collects the first mistake of a template that reading alone does not show, and limits how deep it is nested.</summary>
internal sealed class TemplateCheck
{
    private const int MaxDepth = 200;

    private readonly HashSet<string> _blocks = new(StringComparer.Ordinal);
    private JinjaSyntaxException? _mistake;
    private int _depth;

    private TemplateCheck()
    {
    }

    /// <summary>Gets the first statement that asks for another template, or <see langword="null"/>.</summary>
    public JinjaSyntaxException? OtherTemplate { get; private set; }

    /// <summary>Checks a template.</summary>
    /// <exception cref="JinjaSyntaxException">It has a mistake.</exception>
    public static TemplateCheck Run(Body template)
    {
        var check = new TemplateCheck();
        foreach (var statement in template.Statements)
            statement.Check(check, isConditional: false);
        return check._mistake is null ? check : throw check._mistake;
    }

    public void Fail(string message, JinjaPosition position) => _mistake ??= new JinjaSyntaxException(message, position);

    /// <summary>Goes into a part; disposing the answer leaves it.</summary>
    public Level Enter(Node node)
    {
        if (++_depth > MaxDepth)
            throw new JinjaSyntaxException("The template is nested too deeply.", node.Position);
        return new Level(this);
    }

    /// <summary>Notes a block, which may stand in a template once.</summary>
    public void AddBlock(string name, JinjaPosition position)
    {
        if (!_blocks.Add(name))
            Fail($"block '{name}' defined twice", position);
    }

    /// <summary>Notes a statement that asks for another template.</summary>
    public void AddOtherTemplate(string tag, JinjaPosition position) => OtherTemplate ??= new JinjaSyntaxException(
        $"'{tag}' is not supported: a template of an alert is one text and reads no other.", position);

    /// <summary>Is being inside one part.</summary>
    internal readonly struct Level(TemplateCheck check) : IDisposable
    {
        public void Dispose() => check._depth--;
    }
}
