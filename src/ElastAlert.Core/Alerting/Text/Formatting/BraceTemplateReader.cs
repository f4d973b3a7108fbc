using System.Globalization;
using System.Text;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Reads a format text from left to right; a specification inside a field is read the same way, one level deep.</summary>
internal sealed class BraceTemplateReader(string text, FieldNumbering numbering, int maxDepth)
{
    private readonly List<BracePart> _parts = [];
    private int _position;

    public BraceTemplate Read()
    {
        if (maxDepth == 0)
            throw PythonException.Value("Max string recursion exceeded");
        while (_position < text.Length)
        {
            ReadLiteral();
            if (_position < text.Length)
                ReadField();
        }

        return new BraceTemplate(_parts);
    }

    /// <summary>Reads up to a field or the end.</summary>
    private void ReadLiteral()
    {
        var literal = new StringBuilder();
        while (_position < text.Length)
        {
            var letter = text[_position];
            var isDoubled = _position + 1 < text.Length && text[_position + 1] == letter;
            if (letter is '{' or '}' && !isDoubled)
            {
                if (letter == '}' || _position + 1 == text.Length)
                    throw PythonException.Value($"Single '{letter}' encountered in format string");
                break;
            }

            literal.Append(letter);
            _position += letter is '{' or '}' ? 2 : 1;
        }

        if (literal.Length > 0)
            _parts.Add(new BraceLiteral(literal.ToString()));
    }

    private void ReadField()
    {
        _position++;
        var name = ReadName();
        var conversion = text[_position] == '!' ? ReadConversion() : '\0';
        var spec = text[_position] == ':' ? ReadSpec() : "";
        _position++;
        _parts.Add(CreateField(name, conversion, spec));
    }

    /// <summary>Reads up to the conversion, the specification or the end of a field.</summary>
    private string ReadName()
    {
        var start = _position;
        var inBrackets = false;
        for (; _position < text.Length; _position++)
        {
            var letter = text[_position];
            if (letter == '{')
                throw PythonException.Value("unexpected '{' in field name");
            if (letter is '[' or ']')
                inBrackets = letter == '[';
            else if (letter is '}' or ':' or '!' && !inBrackets)
                return text[start.._position];
        }

        throw PythonException.Value("expected '}' before end of string");
    }

    private char ReadConversion()
    {
        if (_position + 2 >= text.Length)
            throw PythonException.Value("end of string while looking for conversion specifier");
        var conversion = text[_position + 1];
        _position += 2;
        if (text[_position] is not ('}' or ':'))
            throw PythonException.Value("expected ':' after conversion specifier");
        return conversion is 'r' or 's' or 'a' ? conversion : throw PythonException.Value($"Unknown conversion specifier {conversion}");
    }

    private string ReadSpec()
    {
        var start = ++_position;
        for (var depth = 1; _position < text.Length; _position++)
        {
            if (text[_position] == '{')
                depth++;
            else if (text[_position] == '}' && --depth == 0)
                return text[start.._position];
        }

        throw PythonException.Value("unmatched '{' in format spec");
    }

    private BraceField CreateField(string name, char conversion, string spec)
    {
        var end = name.AsSpan().IndexOfAny('.', '[') is var index and >= 0 ? index : name.Length;
        var first = name[..end];
        int? place = first.Length == 0 ? numbering.Next() : IsNumber(first) ? numbering.Explicit(Number(first)) : null;
        var isFixed = spec.AsSpan().IndexOfAny('{', '}') < 0;
        return new BraceField
        {
            Index = place,
            Name = first,
            Accessors = Accessors(name[end..]),
            Conversion = conversion,
            Spec = new BraceTemplateReader(spec, numbering, maxDepth - (isFixed ? 0 : 1)).Read(),
            FixedSpec = isFixed ? FormatSpec.Parse(spec) : null,
        };
    }

    private static bool IsNumber(string name) => name.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw PythonException.Value("Too many decimal digits in format string");

    private static List<FieldAccessor> Accessors(string path)
    {
        var accessors = new List<FieldAccessor>();
        while (path.Length > 0)
        {
            var isAttribute = path[0] == '.';
            if (!isAttribute && path[0] != '[')
                throw PythonException.Value("Only '.' or '[' may follow ']' in format field specifier");
            var end = isAttribute ? path.AsSpan(1).IndexOfAny('.', '[') : path.AsSpan(1).IndexOf(']');
            if (end < 0 && !isAttribute)
                throw PythonException.Value("Missing ']' in format string");
            var key = end < 0 ? path[1..] : path.Substring(1, end);
            if (key.Length == 0)
                throw PythonException.Value("Empty attribute in format string");
            accessors.Add(new FieldAccessor(isAttribute, key));
            path = end < 0 ? "" : path[(end + (isAttribute ? 1 : 2))..];
        }

        return accessors;
    }
}
