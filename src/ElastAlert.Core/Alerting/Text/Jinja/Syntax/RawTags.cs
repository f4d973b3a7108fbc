namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Recognizes the tags around text that is left as it is: <c>{% raw %}</c> and <c>{% endraw %}</c>.</summary>
internal static class RawTags
{
    /// <summary>Returns whether a tag begins raw text, and where that begins.</summary>
    public static bool TryBegin(string text, int tag, out int bodyStart) => TryRead(text, tag, "raw", allowsPlus: false, out bodyStart);

    /// <summary>Finds the tag that ends raw text, and where the template goes on.</summary>
    public static bool TryFindEnd(string text, int start, out int tag, out int next)
    {
        next = 0;
        for (tag = text.IndexOf("{%", start, StringComparison.Ordinal); tag >= 0; tag = text.IndexOf("{%", tag + 1, StringComparison.Ordinal))
        {
            if (TryRead(text, tag, "endraw", allowsPlus: true, out next))
                return true;
        }

        return false;
    }

    private static bool TryRead(string text, int tag, string name, bool allowsPlus, out int next)
    {
        next = tag + 2;
        if (next < text.Length && text[next] is ('-' or '+'))
            next++;
        next = Lexer.AfterSpace(text, next);
        if (string.CompareOrdinal(text, next, name, 0, name.Length) != 0)
            return false;
        next = Lexer.AfterSpace(text, next + name.Length);
        var sign = next < text.Length ? text[next] : '\0';
        if (sign == '-' || (sign == '+' && allowsPlus))
            next++;
        if (string.CompareOrdinal(text, next, "%}", 0, 2) != 0)
            return false;
        next = sign == '-' ? Lexer.AfterSpace(text, next + 2) : next + 2;
        return true;
    }
}
