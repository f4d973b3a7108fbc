namespace ElastAlert.Embedded.Terms;

/// <summary>Matches text against a pattern with <c>*</c>, optionally <c>?</c> and a backslash that takes the next character as it is.</summary>
internal sealed class Glob
{
    private const char AnyRun = '\uFFFE';
    private const char AnyOne = '\uFFFF';
    private readonly string _pattern;
    private readonly StringComparison _comparison;

    private Glob(string pattern, bool ignoreCase)
    {
        _pattern = pattern;
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    /// <summary>Reads a pattern for names: only <c>*</c> is special.</summary>
    public static Glob ForNames(string pattern) => new(pattern.Replace('*', AnyRun), ignoreCase: false);

    /// <summary>Reads a pattern of a wildcard query.</summary>
    public static Glob ForTerms(string pattern, bool ignoreCase = false)
    {
        var compiled = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            compiled.Append(pattern[i] switch
            {
                '*' => AnyRun,
                '?' => AnyOne,
                '\\' when i + 1 < pattern.Length => pattern[++i],
                var other => other,
            });
        }

        return new Glob(compiled.ToString(), ignoreCase);
    }

    public bool Matches(string text)
    {
        int at = 0, pattern = 0, lastRun = -1, retryAt = 0;
        while (at < text.Length)
        {
            if (pattern < _pattern.Length && _pattern[pattern] == AnyRun)
            {
                lastRun = pattern++;
                retryAt = at;
            }
            else if (pattern < _pattern.Length && TryConsume(text, at, _pattern[pattern], out var length))
            {
                at += length;
                pattern++;
            }
            else if (lastRun >= 0)
            {
                pattern = lastRun + 1;
                at = ++retryAt;
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(pattern).TrimStart(AnyRun).IsEmpty;
    }

    private bool TryConsume(string text, int at, char expected, out int length)
    {
        length = 1;
        if (expected != AnyOne)
            return text.AsSpan(at, 1).Equals([expected], _comparison);
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length)
            length = 2;
        return true;
    }
}
