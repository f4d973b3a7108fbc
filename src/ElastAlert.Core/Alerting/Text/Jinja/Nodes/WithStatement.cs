using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Gives names a value inside its body only: <c>with name = value</c>.</summary>
internal sealed class WithStatement(IReadOnlyList<(Target Target, Expression Source)> assignments, Body body, JinjaPosition position)
    : Statement(position)
{
    public override IEnumerable<Node> Children =>
        [.. assignments.SelectMany(assignment => new Node[] { assignment.Source, assignment.Target }), .. body.Statements];

    public override void TraceNames(FrameNames frame)
    {
        foreach (var (_, source) in assignments)
            source.TraceNames(frame);
        frame.Open(body, body.Statements, assignments.SelectMany(assignment => NameSearch.Targets(assignment.Target)));
    }

    public override void Check(TemplateCheck check, bool isConditional)
    {
        using var level = check.Enter(this);
        foreach (var (_, source) in assignments)
            source.Check(check, isConditional);
        foreach (var statement in body.Statements)
            statement.Check(check, isConditional: false);
    }

    protected override void Render(RenderContext context)
    {
        var values = assignments.Select(assignment => assignment.Source.Evaluate(context)).ToArray();
        context.WithScope(context.Scope, inner =>
        {
            for (var index = 0; index < values.Length; index++)
                assignments[index].Target.Assign(values[index], inner);
            body.Render(inner);
        });
    }
}
