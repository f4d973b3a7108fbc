using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is a filter on a value: <c>value | name(arguments)</c>.</summary>
internal sealed class FilterExpression(Expression source, string name, NativeFunction? filter, ArgumentList arguments, JinjaPosition position)
    : Expression(position)
{
    public override IEnumerable<Node> Children => [source, .. arguments.Children];

    public override void Check(TemplateCheck check, bool isConditional)
    {
        if (filter is null && !isConditional)
            check.Fail($"No filter named '{name}'.", Position);
        base.Check(check, isConditional);
    }

    protected override object? Value(RenderContext context)
    {
        if (filter is null)
            throw JinjaErrors.Runtime($"No filter named '{name}' found.");
        var value = source.Evaluate(context);
        return filter.Invoke(context, value, arguments.Evaluate(context));
    }
}
