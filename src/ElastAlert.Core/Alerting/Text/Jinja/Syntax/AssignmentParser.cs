using ElastAlert.Alerting.Text.Jinja.Nodes;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads the statements that give names a value: <c>set</c> and <c>with</c>.</summary>
internal sealed class AssignmentParser(TokenStream tokens, ExpressionParser expressions, TargetParser targets, EnclosedParser parseEnclosed)
{
    public Statement ParseSet()
    {
        var position = tokens.Next().Position;
        var target = targets.Parse(allowsNamespace: true);
        if (tokens.SkipOperator("="))
            return new SetStatement(target, expressions.ParseTuple(), position);
        var captured = new CapturedExpression(position);
        var filter = expressions.Operands.ParseFilters(captured);
        return new SetBlockStatement(target, filter == captured ? null : filter, parseEnclosed("endset").Body, position);
    }

    public WithStatement ParseWith()
    {
        var position = tokens.Next().Position;
        var assignments = new List<(Target, Expression)>();
        while (tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (assignments.Count > 0)
                tokens.ExpectOperator(",");
            var target = targets.Parse();
            tokens.ExpectOperator("=");
            assignments.Add((target, expressions.ParseExpression()));
        }

        return new WithStatement(assignments, parseEnclosed("endwith").Body, position);
    }
}
