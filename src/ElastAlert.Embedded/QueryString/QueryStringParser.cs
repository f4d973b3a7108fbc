using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Reads query strings in the classic Lucene syntax.</summary>
internal sealed class QueryStringParser
{
    private readonly List<Token> _tokens;
    private readonly FieldQueries _fields;
    private readonly bool _needsAll;
    private int _at;

    private QueryStringParser(string text, QueryStringOptions options)
    {
        _tokens = QueryStringLexer.Split(text);
        _fields = new FieldQueries(options);
        _needsAll = options.NeedsAll;
    }

    /// <exception cref="ShardFailure">The text breaks the syntax.</exception>
    public static Query Parse(string text, QueryStringOptions options)
    {
        if (string.IsNullOrWhiteSpace(text))
            return MatchNoneQuery.Instance;
        try
        {
            var parser = new QueryStringParser(text, options);
            var query = parser.ReadGroup(field: null);
            parser.Expect(TokenKind.End);
            return query;
        }
        catch (QueryStringSyntaxException exception)
        {
            throw new ShardFailure(400, "query_shard_exception", $"Failed to parse query [{text}]")
            {
                Cause = new RequestFailure(400, "parse_exception", exception.Message),
            };
        }
    }

    private Query ReadGroup(string? field)
    {
        var clauses = new Clauses(_needsAll);
        if (!TryReadWords(field, clauses))
            ReadClause(field, clauses, TokenKind.End);
        while (Peek().Kind is not (TokenKind.End or TokenKind.Close))
        {
            if (!TryReadWords(field, clauses))
                ReadClause(field, clauses, TryTake(TokenKind.And, TokenKind.Or));
        }

        return clauses.ToQuery();
    }

    /// <summary>Reads two or more words in a row, which are searched as one text.</summary>
    private bool TryReadWords(string? field, Clauses clauses)
    {
        var words = new List<string>();
        while (Peek(words.Count).Kind == TokenKind.Term && EndsWord(Peek(words.Count + 1).Kind, words.Count))
            words.Add(Escapes.Remove(Peek(words.Count).Text));
        if (words.Count < 2)
            return false;
        _at += words.Count;
        clauses.Add(TokenKind.End, TokenKind.End, _fields.Text(field, string.Join(' ', words)));
        return true;
    }

    // The first word is followed by another one; what may not follow the others would make them a clause of their own.
    private static bool EndsWord(TokenKind next, int index) => index == 0
        ? next == TokenKind.Term
        : next is not (TokenKind.Colon or TokenKind.Star or TokenKind.Fuzzy or TokenKind.Boost or TokenKind.And or TokenKind.Or);

    private void ReadClause(string? field, Clauses clauses, TokenKind conjunction)
    {
        var modifier = TryTake(TokenKind.Plus, TokenKind.Minus, TokenKind.Not);
        if (Peek(1).Kind == TokenKind.Colon && Peek().Kind is TokenKind.Term or TokenKind.Star)
        {
            field = Escapes.Remove(Take().Text);
            Take();
        }

        clauses.Add(conjunction, modifier, ReadOperand(field));
    }

    private Query ReadOperand(string? field)
    {
        Query query;
        if (TryTake(TokenKind.Open) == TokenKind.Open)
        {
            query = ReadGroup(field);
            Expect(TokenKind.Close);
        }
        else
        {
            var kind = Peek().Kind;
            query = ReadTerm(field);
            if (Peek().Kind == TokenKind.Fuzzy && (Take().Text != "0" || kind != TokenKind.Quoted))
                throw RequestFailure.Unsupported("fuzziness and slop [~] in the query [query_string]");
        }

        TryTake(TokenKind.Boost);
        return query;
    }

    private Query ReadTerm(string? field)
    {
        var token = Take();
        return token.Kind switch
        {
            TokenKind.Term or TokenKind.BareOperator => _fields.Text(field, Escapes.Remove(token.Text)),
            TokenKind.Quoted => _fields.Phrase(field, Escapes.Remove(token.Text)),
            TokenKind.Star or TokenKind.Wildcard => _fields.Wildcard(field, token.Text),
            TokenKind.Prefix => _fields.Prefix(field, Escapes.Remove(token.Text[..^1])),
            TokenKind.Regex => _fields.Regex(field, token.Text),
            TokenKind.Range => _fields.Range(field, token.Range!),
            _ => throw Unexpected(token),
        };
    }

    private Token Peek(int ahead = 0) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    private Token Take()
    {
        var token = Peek();
        _at++;
        return token;
    }

    private TokenKind TryTake(params ReadOnlySpan<TokenKind> kinds) => kinds.Contains(Peek().Kind) ? Take().Kind : TokenKind.End;

    private void Expect(TokenKind kind)
    {
        var token = Take();
        if (token.Kind != kind)
            throw Unexpected(token);
    }

    private static QueryStringSyntaxException Unexpected(Token token) => new($"Encountered \"{token.Text}\" ({token.Kind}).");
}
