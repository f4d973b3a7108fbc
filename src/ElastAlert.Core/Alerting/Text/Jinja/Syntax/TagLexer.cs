using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Cuts what stands between <c>{{</c> and <c>}}</c>, or <c>{%</c> and <c>%}</c>, into tokens.</summary>
internal sealed class TagLexer
{
    private const string SingleOperators = "+-/*%~[](){}><=.:|,;";
    private static readonly string[] DoubleOperators = ["//", "**", "==", "!=", ">=", "<="];

    private readonly SourceText _source;
    private readonly string _text;
    private readonly Stack<char> _brackets = new();
    private readonly bool _isVariable;
    private readonly int _start;
    private int _position;

    public TagLexer(SourceText source, int start, int beginLength)
    {
        _source = source;
        _text = source.Text;
        _isVariable = _text[start + 1] == '{';
        _start = start;
        _position = start + beginLength;
    }

    /// <summary>Returns the tokens, and says where the template goes on.</summary>
    public IEnumerable<Token> Tokens(Action<int> continueAt)
    {
        yield return At(_start, _isVariable ? TokenKind.VariableBegin : TokenKind.BlockBegin, _text[_start.._position]);
        while (true)
        {
            if (_brackets.Count == 0 && TryReadEnd(out var end))
            {
                continueAt(_position);
                yield return end;
                yield break;
            }

            var next = Lexer.AfterSpace(_text, _position);
            if (next > _position)
            {
                _position = next;
                continue;
            }

            if (_position >= _text.Length)
            {
                continueAt(_position);
                yield break;
            }

            yield return ReadToken();
        }
    }

    private bool TryReadEnd(out Token token)
    {
        var sign = _position < _text.Length ? _text[_position] : '\0';
        var hasSign = sign == '-' || (sign == '+' && !_isVariable);
        var end = _position + (hasSign ? 1 : 0);
        token = At(_position, _isVariable ? TokenKind.VariableEnd : TokenKind.BlockEnd, "");
        if (string.CompareOrdinal(_text, end, _isVariable ? "}}" : "%}", 0, 2) != 0)
            return false;
        _position = sign == '-' ? Lexer.AfterSpace(_text, end + 2) : end + 2;
        return true;
    }

    private Token ReadToken()
    {
        var start = _position;
        var letter = _text[start];
        if (char.IsAsciiDigit(letter))
            return ReadNumber(start);
        if (PythonChars.IsWord(CodePointAt(start)))
            return ReadName(start);
        if (letter is '\'' or '"')
            return ReadString(start);
        return ReadOperator(start);
    }

    private Token ReadNumber(int start)
    {
        var (length, value) = NumberLiteral.Read(_text, start);
        _position = start + length;
        return At(start, value is double ? TokenKind.Float : TokenKind.Integer, _text[start.._position], value);
    }

    private Token ReadName(int start)
    {
        while (_position < _text.Length && CodePointAt(_position) is var letter && (PythonChars.IsWord(letter) || PythonChars.ContinuesName(letter)))
            _position += letter.Length;
        var name = _text[start.._position];
        if (!PythonChars.BeginsName(CodePointAt(start)) || !CodePoints.Split(name).All(PythonChars.ContinuesName))
            throw Error("Invalid character in identifier", start);
        return At(start, TokenKind.Name, name);
    }

    private Token ReadString(int start)
    {
        var quote = _text[start];
        var end = start + 1;
        while (end < _text.Length && _text[end] != quote)
            end += _text[end] == '\\' ? 2 : 1;
        if (end >= _text.Length)
            throw Error($"unexpected char {Values.PythonText.Quote(char.ToString(quote))}: the text is not closed", start);
        _position = end + 1;
        try
        {
            return At(start, TokenKind.String, StringEscapes.Unescape(_text[(start + 1)..end]));
        }
        catch (FormatException exception)
        {
            throw new JinjaSyntaxException(exception.Message, _source.PositionOf(start), exception);
        }
    }

    private Token ReadOperator(int start)
    {
        var symbol = DoubleOperators.FirstOrDefault(candidate => string.CompareOrdinal(_text, start, candidate, 0, 2) == 0)
            ?? (SingleOperators.Contains(_text[start], StringComparison.Ordinal) ? char.ToString(_text[start]) : null)
            ?? throw Error($"unexpected char {Values.PythonText.Quote(CodePointAt(start))}", start);
        Balance(symbol, start);
        _position = start + symbol.Length;
        return At(start, TokenKind.Operator, symbol);
    }

    private void Balance(string symbol, int start)
    {
        switch (symbol)
        {
            case "{": _brackets.Push('}'); break;
            case "(": _brackets.Push(')'); break;
            case "[": _brackets.Push(']'); break;
            case "}" or ")" or "]":
                if (!_brackets.TryPop(out var expected))
                    throw Error($"unexpected '{symbol}'", start);
                if (expected != symbol[0])
                    throw Error($"unexpected '{symbol}', expected '{expected}'", start);
                break;
        }
    }

    private string CodePointAt(int index) =>
        char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length ? _text.Substring(index, 2) : char.ToString(_text[index]);

    private Token At(int index, TokenKind kind, string text, object? value = null) => new(kind, text, _source.PositionOf(index), value);

    private JinjaSyntaxException Error(string message, int index) => new(message, _source.PositionOf(index));
}
