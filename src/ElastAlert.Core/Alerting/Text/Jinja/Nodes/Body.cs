using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a row of statements.</summary>
internal sealed class Body(IReadOnlyList<Statement> statements)
{
    public static Body Empty { get; } = new([]);

    public IReadOnlyList<Statement> Statements => statements;

    public void Render(RenderContext context)
    {
        foreach (var statement in statements)
            statement.Execute(context);
    }
}
