using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Cuts a template into tokens, one when it is asked for: a mistake further on is found only when reading comes to it.</summary>
internal sealed class Lexer(SourceText source)
{
    private readonly string _text = source.Text;
    private int _position;

    public IEnumerable<Token> Tokens()
    {
        while (_position < _text.Length)
        {
            var tag = FindTag();
            if (tag < 0)
            {
                yield return Data(_text[_position..], _position);
                yield break;
            }

            var sign = tag + 2 < _text.Length ? _text[tag + 2] : '\0';
            var data = TrimmedBefore(_text[_position..tag], sign);
            if (data.Length > 0)
                yield return Data(data, _position);
            _position = tag;
            foreach (var token in ReadTag(sign is '-' or '+' ? 3 : 2))
                yield return token;
        }
    }

    private int FindTag()
    {
        for (var index = _text.IndexOf('{', _position); index >= 0 && index + 1 < _text.Length; index = _text.IndexOf('{', index + 1))
        {
            if (_text[index + 1] is '{' or '%' or '#')
                return index;
        }

        return -1;
    }

    private IEnumerable<Token> ReadTag(int length)
    {
        var start = _position;
        switch (_text[start + 1])
        {
            case '#':
                SkipComment(start, start + length);
                return [];
            case '%' when RawTags.TryBegin(_text, start, out var bodyStart):
                return ReadRaw(start, bodyStart);
            default:
                _position = start + length;
                return new TagLexer(source, start, length).Tokens(position => _position = position);
        }
    }

    private void SkipComment(int start, int bodyStart)
    {
        var end = _text.IndexOf("#}", bodyStart, StringComparison.Ordinal);
        if (end < 0 && bodyStart < _text.Length)
            throw new JinjaSyntaxException("Missing end of comment tag", source.PositionOf(start));
        _position = end < 0 ? _text.Length : end + 2;
        if (end > bodyStart && _text[end - 1] == '-')
            _position = AfterSpace(_text, _position);
    }

    private List<Token> ReadRaw(int start, int bodyStart)
    {
        if (bodyStart >= _text.Length)
        {
            _position = _text.Length;
            return [];
        }

        if (!RawTags.TryFindEnd(_text, bodyStart, out var end, out var next))
            throw new JinjaSyntaxException("Missing end of raw directive", source.PositionOf(start));
        var data = TrimmedBefore(_text[bodyStart..end], _text[end + 2]);
        _position = next;
        return data.Length > 0 ? [Data(data, bodyStart)] : [];
    }

    private Token Data(string text, int index) => new(TokenKind.Data, text, source.PositionOf(index));

    /// <summary>Takes the white space off text before a tag that has a minus.</summary>
    private static string TrimmedBefore(string text, char sign)
    {
        if (sign != '-')
            return text;
        var end = text.Length;
        while (end > 0 && PythonChars.IsSpace(text[end - 1]))
            end--;
        return text[..end];
    }

    /// <summary>Returns the index after the white space at an index.</summary>
    public static int AfterSpace(string text, int index)
    {
        while (index < text.Length && PythonChars.IsSpace(text[index]))
            index++;
        return index;
    }
}
