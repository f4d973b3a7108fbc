using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Hands out the tokens of a template; the current one is looked at before it is taken.</summary>
internal sealed class TokenStream : IDisposable
{
    private readonly IEnumerator<Token> _tokens;
    private Token? _ahead;

    public TokenStream(string source)
    {
        _tokens = new Lexer(new SourceText(source)).Tokens().GetEnumerator();
        Current = new Token(TokenKind.End, "", new JinjaPosition(1, 1));
        Current = Read();
    }

    public Token Current { get; private set; }

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    /// <summary>Returns the token after the current one.</summary>
    public Token Look() => _ahead ??= Read();

    /// <summary>Takes the current token.</summary>
    public Token Next()
    {
        var token = Current;
        Current = _ahead ?? Read();
        _ahead = null;
        return token;
    }

    public bool SkipOperator(string symbol) => Skip(Current.IsOperator(symbol));

    public bool SkipName(string name) => Skip(Current.IsName(name));

    public Token ExpectOperator(string symbol) => Current.IsOperator(symbol) ? Next() : throw Unexpected(symbol);

    public Token ExpectName(string name) => Current.IsName(name) ? Next() : throw Unexpected(name);

    public Token Expect(TokenKind kind) =>
        Current.Kind == kind ? Next() : throw Unexpected(kind == TokenKind.Name ? "name" : new Token(kind, "", Current.Position).Describe());

    /// <summary>Makes the failure of a template that goes on differently from what it must.</summary>
    public JinjaSyntaxException Unexpected(string expected) => Error(IsAtEnd
        ? $"unexpected end of template, expected '{expected}'."
        : $"expected token '{expected}', got '{Current.Describe()}'");

    /// <summary>Makes a failure at the current token.</summary>
    public JinjaSyntaxException Error(string message) => new(message, Current.Position);

    public void Dispose() => _tokens.Dispose();

    private bool Skip(bool isWanted)
    {
        if (isWanted)
            Next();
        return isWanted;
    }

    /// <summary>The end stands where the last token stood, as in Jinja.</summary>
    private Token Read() => _tokens.MoveNext() ? _tokens.Current : new Token(TokenKind.End, "", Current.Position);
}
