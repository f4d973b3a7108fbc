using System.Text;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads values: names, literals and containers, with the members, calls, filters and tests behind them.</summary>
internal sealed class OperandParser(TokenStream tokens, ExpressionParser expressions, JinjaLibrary library)
{
    /// <summary>Reads a name or a literal.</summary>
    public Expression ParsePrimary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                tokens.Next();
                return NameOrConstant(token);
            case TokenKind.Integer or TokenKind.Float:
                tokens.Next();
                return new LiteralExpression(token.Value, token.Position);
            case TokenKind.String:
                return ParseText();
            case TokenKind.Operator when token.Text is "(" or "[" or "{":
                return ParseContainer(token);
            default:
                throw tokens.Error($"unexpected '{token.Describe()}'");
        }
    }

    /// <summary>Reads members and calls behind a value.</summary>
    public Expression ParsePostfix(Expression value)
    {
        while (tokens.Current.Kind == TokenKind.Operator)
        {
            var token = tokens.Current;
            switch (token.Text)
            {
                case ".": value = ParseMember(value); break;
                case "[": value = ParseItem(value); break;
                case "(": value = new CallExpression(value, ParseArguments(), token.Position); break;
                default: return value;
            }
        }

        return value;
    }

    /// <summary>Reads filters behind a value; the first may stand without its bar.</summary>
    public Expression ParseFilters(Expression value, bool beginsInline = false)
    {
        while (beginsInline || tokens.SkipOperator("|"))
        {
            beginsInline = false;
            var (name, position) = ParseDottedName();
            library.TryGetFilter(name, out var filter);
            var arguments = tokens.Current.IsOperator("(") ? ParseArguments() : ArgumentList.Empty;
            value = new FilterExpression(value, name, filter, arguments, position);
        }

        return value;
    }

    /// <summary>Reads filters and tests behind a value.</summary>
    public Expression ParseFiltersAndTests(Expression value)
    {
        while (true)
        {
            var token = tokens.Current;
            if (token.IsOperator("|"))
                value = ParseFilters(value);
            else if (token.IsName("is"))
                value = ParseTest(value);
            else if (token.IsOperator("("))
                value = new CallExpression(value, ParseArguments(), token.Position);
            else
                return value;
        }
    }

    private Expression ParseTest(Expression value)
    {
        var position = tokens.Next().Position;
        var isNegated = tokens.SkipName("not");
        var (name, _) = ParseDottedName();
        library.TryGetTest(name, out var test);
        Expression result = new TestExpression(value, name, test, ParseTestArguments(), position);
        return isNegated ? new UnaryExpression(result, static (operand, _) => !PythonType.IsTrue(operand), position) : result;
    }

    private ArgumentList ParseTestArguments()
    {
        var token = tokens.Current;
        if (token.IsOperator("("))
            return ParseArguments();
        var beginsArgument = token.Kind is TokenKind.Name or TokenKind.String or TokenKind.Integer or TokenKind.Float
            || token.IsOperator("[") || token.IsOperator("{");
        if (!beginsArgument || token.IsName("else") || token.IsName("or") || token.IsName("and"))
            return ArgumentList.Empty;
        if (token.IsName("is"))
            throw tokens.Error("You cannot chain multiple tests with is");
        return new ArgumentList([ParsePostfix(ParsePrimary())], [], null, null);
    }

    private (string Name, JinjaPosition Position) ParseDottedName()
    {
        var first = tokens.Expect(TokenKind.Name);
        var name = first.Text;
        while (tokens.SkipOperator("."))
            name += "." + tokens.Expect(TokenKind.Name).Text;
        return (name, first.Position);
    }

    private static Expression NameOrConstant(Token token) => token.Text switch
    {
        "true" or "True" => new LiteralExpression(true, token.Position),
        "false" or "False" => new LiteralExpression(false, token.Position),
        "none" or "None" => new LiteralExpression(null, token.Position),
        _ => new NameExpression(token.Text, token.Position),
    };

    private LiteralExpression ParseText()
    {
        var position = tokens.Current.Position;
        var text = new StringBuilder();
        while (tokens.Current.Kind == TokenKind.String)
            text.Append(tokens.Next().Text);
        return new LiteralExpression(text.ToString(), position);
    }

    private Expression ParseContainer(Token token)
    {
        tokens.Next();
        return token.Text switch
        {
            "(" => ParseParentheses(token.Position),
            "[" => new ListExpression(ParseItems("]", () => expressions.ParseExpression()), token.Position),
            _ => new DictExpression(ParseItems("}", ParsePair), token.Position),
        };
    }

    private Expression ParseParentheses(JinjaPosition position)
    {
        var value = tokens.Current.IsOperator(")") ? new TupleExpression([], position) : expressions.ParseTuple();
        tokens.ExpectOperator(")");
        return value;
    }

    private List<T> ParseItems<T>(string end, Func<T> parse)
    {
        var items = new List<T>();
        while (!tokens.Current.IsOperator(end))
        {
            if (items.Count > 0)
                tokens.ExpectOperator(",");
            if (tokens.Current.IsOperator(end))
                break;
            items.Add(parse());
        }

        tokens.ExpectOperator(end);
        return items;
    }

    private (Expression Key, Expression Item) ParsePair()
    {
        var key = expressions.ParseExpression();
        tokens.ExpectOperator(":");
        return (key, expressions.ParseExpression());
    }

    private Expression ParseMember(Expression owner)
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

    private Expression ParseItem(Expression owner)
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
        if (slice is not null && keys.Count == 0)
            return new SliceExpression(owner, slice, position);
        return new ItemExpression(owner, keys.Count == 1 && slice is null ? keys[0] : new TupleExpression(keys, position), position);
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

    private ArgumentList ParseArguments()
    {
        var position = tokens.ExpectOperator("(").Position;
        var reader = new ArgumentParser(tokens, expressions, position);
        while (!tokens.Current.IsOperator(")"))
        {
            if (!reader.IsEmpty)
                tokens.ExpectOperator(",");
            if (tokens.Current.IsOperator(")"))
                break;
            reader.Read();
        }

        tokens.ExpectOperator(")");
        return reader.ToList();
    }
}
