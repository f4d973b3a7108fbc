using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads values: names, literals and containers, with the members, calls, filters and tests behind them.</summary>
internal sealed class OperandParser(TokenStream tokens, ExpressionParser expressions, JinjaLibrary library)
{
    private readonly PrimaryParser _primaries = new(tokens, expressions);
    private readonly SubscriptParser _subscripts = new(tokens, expressions);

    /// <summary>Reads a name or a literal.</summary>
    public Expression ParsePrimary() => _primaries.Parse();

    /// <summary>Reads members and calls behind a value.</summary>
    public Expression ParsePostfix(Expression value)
    {
        while (tokens.Current.Kind == TokenKind.Operator)
        {
            var token = tokens.Current;
            switch (token.Text)
            {
                case ".": value = _subscripts.ParseMember(value); break;
                case "[": value = _subscripts.ParseItem(value); break;
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
