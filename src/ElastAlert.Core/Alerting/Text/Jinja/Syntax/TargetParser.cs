using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads what values are assigned to.</summary>
internal sealed class TargetParser(TokenStream tokens, ExpressionParser expressions)
{
    private static readonly string[] Constants = ["true", "True", "false", "False", "none", "None"];

    /// <summary>Reads a name.</summary>
    public NameTarget ParseName()
    {
        var token = tokens.Expect(TokenKind.Name);
        return Constants.Contains(token.Text) ? throw CannotAssign("const", token) : new NameTarget(token.Text, token.Position);
    }

    /// <summary>Reads a target, or several with commas between.</summary>
    public Target Parse(bool allowsNamespace = false)
    {
        var position = tokens.Current.Position;
        if (IsEnd())
            throw tokens.Error($"Expected an expression, got '{tokens.Current.Describe()}'");
        var first = ParseOne(allowsNamespace);
        if (!tokens.Current.IsOperator(","))
            return first;
        var targets = new List<Target> { first };
        while (tokens.SkipOperator(",") && !IsEnd())
            targets.Add(ParseOne(allowsNamespace));
        return new TupleTarget(targets, position);
    }

    private bool IsEnd() => tokens.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd || tokens.Current.IsOperator(")");

    private Target ParseOne(bool allowsNamespace)
    {
        var token = tokens.Current;
        if (token.IsOperator("("))
            return ParseNested();
        if (token.Kind != TokenKind.Name || Constants.Contains(token.Text))
        {
            var other = expressions.Operands.ParsePrimary();
            throw CannotAssign(KindOf(other), token);
        }

        tokens.Next();
        return allowsNamespace && tokens.SkipOperator(".")
            ? new NamespaceTarget(token.Text, tokens.Expect(TokenKind.Name).Text, token.Position)
            : new NameTarget(token.Text, token.Position);
    }

    private Target ParseNested()
    {
        tokens.Next();
        var target = Parse();
        tokens.ExpectOperator(")");
        return target;
    }

    private static string KindOf(Expression expression) => expression switch
    {
        ListExpression => "list",
        DictExpression => "dict",
        _ => "const",
    };

    private static JinjaSyntaxException CannotAssign(string kind, Token token) => new($"can't assign to '{kind}'", token.Position);
}
