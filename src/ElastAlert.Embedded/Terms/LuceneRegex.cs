using System.Text;
using System.Text.RegularExpressions;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Terms;

/// <summary>Translates Lucene's regular expressions, which always match a whole term, into those of .NET.</summary>
internal static class LuceneRegex
{
    private const string Unsupported = "~&<>@#";

    public static Regex Parse(string pattern, bool ignoreCase = false)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline;
        if (ignoreCase)
            options |= RegexOptions.IgnoreCase;
        try
        {
            return new Regex(Translate(pattern), options);
        }
        catch (ArgumentException)
        {
            throw ShardFailure.Illegal($"invalid regular expression [{pattern}]");
        }
    }

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A(?:");
        for (var i = 0; i < pattern.Length; i++)
            i = TranslateAt(pattern, i, regex);
        return regex.Append(@")\z").ToString();
    }

    private static int TranslateAt(string pattern, int at, StringBuilder regex)
    {
        var c = pattern[at];
        if (Unsupported.Contains(c, StringComparison.Ordinal))
            throw RequestFailure.Unsupported($"the operator [{c}] in the regular expression [{pattern}]");
        switch (c)
        {
            case '\\' when at + 1 < pattern.Length:
                AppendEscaped(pattern[at + 1], regex);
                return at + 1;
            case '"':
                return AppendQuoted(pattern, at, regex);
            case '[':
                return AppendClass(pattern, at, regex);
            case '^' or '$':
                regex.Append('\\').Append(c);
                return at;
            default:
                regex.Append(c);
                return at;
        }
    }

    private static void AppendEscaped(char c, StringBuilder regex)
    {
        if (!char.IsAsciiLetterOrDigit(c))
            regex.Append(Regex.Escape(c.ToString())).Replace("]", @"\]", regex.Length - 1, 1);
        else if ("dDwWsS".Contains(c, StringComparison.Ordinal))
            regex.Append(AsciiClass(c));
        else
            regex.Append(c);
    }

    private static string AsciiClass(char c) => c switch
    {
        'd' => "[0-9]",
        'D' => "[^0-9]",
        'w' => "[0-9A-Za-z_]",
        'W' => "[^0-9A-Za-z_]",
        's' => @"[ \t\n\r]",
        _ => @"[^ \t\n\r]",
    };

    private static int AppendQuoted(string pattern, int at, StringBuilder regex)
    {
        var end = pattern.IndexOf('"', at + 1);
        if (end < 0)
            throw ShardFailure.Illegal($"expected '\"' at position {pattern.Length}");
        regex.Append(Regex.Escape(pattern[(at + 1)..end]));
        return end;
    }

    private static int AppendClass(string pattern, int at, StringBuilder regex)
    {
        regex.Append('[');
        var i = at + 1;
        if (i < pattern.Length && pattern[i] == '^')
            regex.Append(pattern[i++]);
        for (; i < pattern.Length && pattern[i] != ']'; i++)
        {
            if (pattern[i] == '[')
                regex.Append('\\');
            regex.Append(pattern[i]);
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                regex.Append(pattern[++i]);
        }

        if (i == pattern.Length)
            throw ShardFailure.Illegal($"expected ']' at position {pattern.Length}");
        regex.Append(']');
        return i;
    }
}
