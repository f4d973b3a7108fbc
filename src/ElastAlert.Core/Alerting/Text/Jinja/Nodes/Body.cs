using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a row of statements.</summary>
internal sealed class Body(IReadOnlyList<Statement> statements)
{
    private IReadOnlyList<string> _hidden = [];

    public static Body Empty { get; } = new([]);

    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>Names the variables that the body hides: it sets these names, and they are undefined until then.</summary>
    public void Hide(IReadOnlyList<string> names) => _hidden = names;

    public void Render(RenderContext context)
    {
        foreach (var name in _hidden)
            context.Scope.Hide(name);
        foreach (var statement in statements)
            statement.Execute(context);
    }
}
