using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Renders its body for every member of a value: <c>for</c>, with a condition, <c>else</c>, and recursively if it is marked so.</summary>
internal sealed class ForStatement(Target target, Expression source, ForOptions options, Body body, Body otherwise, JinjaPosition position)
    : Statement(position)
{
    public override IEnumerable<Node> Children =>
        [target, source, .. options.Test is null ? Array.Empty<Node>() : [options.Test], .. body.Statements, .. otherwise.Statements];

    public override void TraceNames(FrameNames frame)
    {
        source.TraceNames(frame);
        frame.Open(body, body.Statements, NameSearch.Targets(target).Append("loop"));
        frame.Open(otherwise);
    }

    public override void Check(TemplateCheck check, bool isConditional)
    {
        if (NameSearch.FindAssignment(this, "loop") is { } place)
            check.Fail("Can't assign to special loop variable in for-loop target", place);
        using var level = check.Enter(this);
        source.Check(check, isConditional);
        options.Test?.Check(check, isConditional: false);
        foreach (var statement in body.Statements.Concat(otherwise.Statements))
            statement.Check(check, isConditional: false);
    }

    protected override void Render(RenderContext context)
    {
        var scope = context.Scope;
        var items = source.Evaluate(context);
        if (options.IsRecursive)
            context.Output.Append(Recurse(context, scope, items, depth: 0));
        else
            Loop(context, scope, items, depth: 0);
    }

    private string Recurse(RenderContext context, Scope scope, object? items, int depth) =>
        context.Capture(captured => Loop(captured, scope, items, depth));

    private void Loop(RenderContext context, Scope scope, object? items, int depth)
    {
        using var members = Members(context, scope, items).GetEnumerator();
        Func<RenderContext, object?, int, object?>? recurse = options.IsRecursive
            ? (caller, inner, innerDepth) => Result(caller, Recurse(caller, scope, inner, innerDepth))
            : null;
        var loop = new LoopContext(options.Test is null ? items : null, members, depth, recurse);
        var isEmpty = true;
        while (loop.MoveNext(out var item))
        {
            isEmpty = false;
            context.Charge(1);
            context.WithScope(scope, inner =>
            {
                inner.Scope["loop"] = loop;
                target.Assign(item, inner);
                body.Render(inner);
            });
        }

        if (isEmpty)
            context.WithScope(scope, otherwise.Render);
    }

    private static object Result(RenderContext context, string text) => context.Autoescape ? new Markup(text) : text;

    private IEnumerable<object?> Members(RenderContext context, Scope scope, object? items) =>
        options.Test is null
            ? Iteration.Of(items, context)
            : Iteration.Of(items, context).Where(item => IsSelected(context, scope, item)).Select(item => target.Rebuild(item, context));

    private bool IsSelected(RenderContext context, Scope scope, object? item)
    {
        var isSelected = false;
        context.WithScope(scope, inner =>
        {
            target.Assign(item, inner);
            isSelected = PythonType.IsTrue(options.Test!.Evaluate(inner));
        });
        return isSelected;
    }
}
