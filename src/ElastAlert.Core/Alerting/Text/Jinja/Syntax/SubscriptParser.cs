using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads how a part of a value is named.</summary>
internal sealed class SubscriptParser(TokenStream tokens, ExpressionParser expressions)
{
    /// <summary>Reads <c>.name</c>, or <c>.0</c>.</summary>
    public Expression ParseMember(Expression owner)
    {
        var position = tokens.Next().Position;
        var member = tokens.Current;
        if (member.Kind is not (TokenKind.Name or TokenKind.Integer))
            throw tokens.Error("expected name or number");
        tokens.Next();
        return member.Kind == TokenKind.Name
            ? new AttributeExpression(owner, member.Text, position)
            : new ItemExpression(owner, new LiteralExpression(member.Value, member.Position), position);
    }

    /// <summary>Reads <c>[key]</c>, or <c>[start:stop:step]</c>.</summary>
    public Expression ParseItem(Expression owner)
    {
        var position = tokens.Next().Position;
        var keys = new List<Expression>();
        SliceBounds? slice = null;
        while (!tokens.Current.IsOperator("]"))
        {
            if (keys.Count > 0 || slice is not null)
                tokens.ExpectOperator(",");
            var bounds = ParseKeyOrSlice(out var key);
            if (key is not null)
                keys.Add(key);
            else
                slice = bounds;
        }

        tokens.ExpectOperator("]");
        if (slice is null)
            return new ItemExpression(owner, keys.Count == 1 ? keys[0] : new TupleExpression(keys, position), position);
        return keys.Count == 0 ? new SliceExpression(owner, slice, position) : throw new JinjaSyntaxException("invalid syntax for a slice", position);
    }

    private SliceBounds? ParseKeyOrSlice(out Expression? key)
    {
        key = null;
        var start = tokens.Current.IsOperator(":") ? null : expressions.ParseExpression();
        if (!tokens.SkipOperator(":"))
        {
            key = start;
            return null;
        }

        var stop = IsBoundEnd() ? null : expressions.ParseExpression();
        var step = tokens.SkipOperator(":") && !IsBoundEnd() ? expressions.ParseExpression() : null;
        return new SliceBounds(start, stop, step);
    }

    private bool IsBoundEnd() => tokens.Current.IsOperator(":") || tokens.Current.IsOperator("]") || tokens.Current.IsOperator(",");
}
