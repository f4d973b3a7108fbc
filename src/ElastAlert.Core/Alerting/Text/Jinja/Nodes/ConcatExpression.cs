using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is values joined as text: <c>a ~ b</c>.</summary>
internal sealed class ConcatExpression(IReadOnlyList<Expression> operands, JinjaPosition position) : Expression(position)
{
    public override IEnumerable<Node> Children => operands;

    protected override object? Value(RenderContext context)
    {
        var values = operands.Select(operand => operand.Evaluate(context)).ToArray();
        var isMarkup = context.Autoescape && values.Any(value => value is Markup);
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        foreach (var value in values)
            writer.Append(isMarkup ? Markup.Escape(value, context).Text : context.Str(value));
        var text = writer.ToString();
        return context.Admit(isMarkup ? new Markup(text) : text);
    }
}
