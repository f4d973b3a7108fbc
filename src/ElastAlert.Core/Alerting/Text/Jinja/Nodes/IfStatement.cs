using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Renders the first branch whose condition is true: <c>if</c>, <c>elif</c>, <c>else</c>.</summary>
internal sealed class IfStatement(IReadOnlyList<(Expression Test, Body Body)> branches, Body otherwise, JinjaPosition position) : Statement(position)
{
    public override IEnumerable<Node> Children =>
        [.. branches.SelectMany(branch => new Node[] { branch.Test }.Concat(branch.Body.Statements)), .. otherwise.Statements];

    public override void TraceNames(FrameNames frame) => frame.Branch(Children);

    public override void Check(TemplateCheck check, bool isConditional) => base.Check(check, isConditional: true);

    protected override void Render(RenderContext context)
    {
        foreach (var (test, body) in branches)
        {
            if (PythonType.IsTrue(test.Evaluate(context)))
            {
                body.Render(context);
                return;
            }
        }

        otherwise.Render(context);
    }
}
