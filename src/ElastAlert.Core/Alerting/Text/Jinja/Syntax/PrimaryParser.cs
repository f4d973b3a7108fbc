using System.Text;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads what a value begins with: a name, a literal, or something in brackets.</summary>
internal sealed class PrimaryParser(TokenStream tokens, ExpressionParser expressions)
{
    /// <summary>Reads a name or a literal.</summary>
    public Expression Parse()
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
}
