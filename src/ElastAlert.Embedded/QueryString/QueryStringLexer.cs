using System.Buffers;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Splits a query string into its parts, as the classic Lucene syntax does.</summary>
internal sealed class QueryStringLexer(string text)
{
    private static readonly SearchValues<char> EndsTerm = SearchValues.Create(" \t\n\r\u3000!():^[]\"{}~/");
    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\n\r\u3000");
    private int _at;

    public static List<Token> Split(string text)
    {
        var lexer = new QueryStringLexer(text);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        SkipBlanks();
        if (_at == text.Length)
            return new Token(TokenKind.End, "");
        return text[_at] switch
        {
            '(' => Single(TokenKind.Open),
            ')' => Single(TokenKind.Close),
            ':' => Single(TokenKind.Colon),
            '+' => Operator(TokenKind.Plus),
            '-' => Operator(TokenKind.Minus),
            '!' => Operator(TokenKind.Not),
            '"' => Enclosed('"', TokenKind.Quoted),
            '/' => Enclosed('/', TokenKind.Regex),
            '^' => Numbered(TokenKind.Boost),
            '~' => Numbered(TokenKind.Fuzzy),
            '[' or '{' => Range(),
            ']' or '}' => throw Unexpected(),
            _ => Word(),
        };
    }

    private Token Single(TokenKind kind) => new(kind, text[_at++].ToString());

    private Token Operator(TokenKind kind)
    {
        var isBare = _at + 1 < text.Length && Blank.Contains(text[_at + 1]);
        return Single(isBare ? TokenKind.BareOperator : kind);
    }

    private Token Enclosed(char mark, TokenKind kind)
    {
        var start = ++_at;
        while (_at < text.Length && text[_at] != mark)
            _at += text[_at] == '\\' ? 2 : 1;
        if (_at >= text.Length)
            throw new QueryStringSyntaxException($"Lexical error: missing [{mark}] for [{text[(start - 1)..]}]");
        return new Token(kind, text[start..(_at++)]);
    }

    private Token Numbered(TokenKind kind)
    {
        var start = ++_at;
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
            _at++;
        if (kind == TokenKind.Boost && start == _at)
            throw Unexpected();
        return new Token(kind, text[start.._at]);
    }

    private Token Range()
    {
        var includesFrom = text[_at++] == '[';
        var from = RangeEnd();
        SkipBlanks();
        if (text.AsSpan(_at).StartsWith("TO", StringComparison.Ordinal))
            _at += 2;
        var to = RangeEnd();
        SkipBlanks();
        if (_at == text.Length || text[_at] is not (']' or '}'))
            throw Unexpected();
        var includesTo = text[_at++] == ']';
        return new Token(TokenKind.Range, "") { Range = new RangeToken(from, includesFrom, to, includesTo) };
    }

    private string? RangeEnd()
    {
        SkipBlanks();
        if (_at < text.Length && text[_at] == '"')
            return Escapes.Remove(Enclosed('"', TokenKind.Quoted).Text);
        var start = _at;
        while (_at < text.Length && !Blank.Contains(text[_at]) && text[_at] is not (']' or '}'))
            _at++;
        if (start == _at)
            throw Unexpected();
        var end = Escapes.Remove(text[start.._at]);
        return end == "*" ? null : end;
    }

    private Token Word()
    {
        var start = _at;
        var firstWildcard = -1;
        while (_at < text.Length && !EndsTerm.Contains(text[_at]))
        {
            if (text[_at] is '*' or '?' && firstWildcard < 0)
                firstWildcard = _at;
            _at += text[_at] == '\\' ? 2 : 1;
        }

        if (_at > text.Length)
            throw new QueryStringSyntaxException("Term can not end with escape character.");
        var word = text[start.._at];
        return new Token(Classify(word, firstWildcard - start), word);
    }

    private static TokenKind Classify(string word, int firstWildcard) => word switch
    {
        "AND" or "&&" => TokenKind.And,
        "OR" or "||" => TokenKind.Or,
        "NOT" => TokenKind.Not,
        "*" => TokenKind.Star,
        _ when firstWildcard < 0 => TokenKind.Term,
        _ when firstWildcard == word.Length - 1 && word[^1] == '*' => TokenKind.Prefix,
        _ => TokenKind.Wildcard,
    };

    private void SkipBlanks()
    {
        while (_at < text.Length && Blank.Contains(text[_at]))
            _at++;
    }

    private QueryStringSyntaxException Unexpected() =>
        new(_at < text.Length ? $"Encountered \"{text[_at]}\" at column {_at + 1}." : "Encountered \"<EOF>\".");
}
