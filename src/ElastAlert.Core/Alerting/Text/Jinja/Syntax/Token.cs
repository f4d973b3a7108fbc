using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Is one piece of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, unescaped for strings.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">The value of a number.</param>
internal sealed record Token(TokenKind Kind, string Text, JinjaPosition Position, object? Value = null)
{
    public bool IsOperator(string symbol) => Kind == TokenKind.Operator && Text == symbol;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;

    /// <summary>Returns what an error message calls the token.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.Data => "template data / text",
        TokenKind.VariableBegin => "begin of print statement",
        TokenKind.VariableEnd => "end of print statement",
        TokenKind.BlockBegin => "begin of statement block",
        TokenKind.BlockEnd => "end of statement block",
        TokenKind.Integer => "integer",
        TokenKind.Float => "float",
        TokenKind.String => "string",
        TokenKind.End => "end of template",
        _ => Text,
    };
}
