using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a test of a value: <c>value is name(arguments)</c>.</summary>
internal sealed class TestExpression(Expression source, string name, NativeFunction? test, ArgumentList arguments, JinjaPosition position)
    : Expression(position)
{
    public override IEnumerable<Node> Children => [source, .. arguments.Children];

    public override void Check(TemplateCheck check, bool isConditional)
    {
        if (test is null && !isConditional)
            check.Fail($"No test named '{name}'.", Position);
        base.Check(check, isConditional);
    }

    protected override object? Value(RenderContext context)
    {
        if (test is null)
            throw JinjaErrors.Runtime($"No test named '{name}' found.");
        var value = source.Evaluate(context);
        return test.Invoke(context, value, arguments.Evaluate(context));
    }
}
