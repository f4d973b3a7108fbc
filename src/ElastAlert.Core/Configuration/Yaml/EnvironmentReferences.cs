using System.Text;
using System.Text.RegularExpressions;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Replaces <c>$NAME</c> and <c>${NAME}</c> in the text of a file, before it is parsed; unset names stay.</summary>
internal static partial class EnvironmentReferences
{
    public static SourceText Expand(string file, string text, Func<string, string?> environment)
    {
        var expanded = new StringBuilder(text.Length);
        var shifts = new List<SourceText.Shift>();
        var copied = 0;
        foreach (var match in Reference().EnumerateMatches(text))
        {
            if (environment(Name(text.AsSpan(match.Index, match.Length))) is not { } value)
                continue;
            expanded.Append(text, copied, match.Index - copied);
            shifts.Add(new SourceText.Shift(expanded.Length, value.Length, match.Index, match.Length));
            expanded.Append(value);
            copied = match.Index + match.Length;
        }

        expanded.Append(text, copied, text.Length - copied);
        return new SourceText(file, text, expanded.ToString(), shifts);
    }

    private static string Name(ReadOnlySpan<char> reference) =>
        reference[1] == '{' ? reference[2..^1].ToString() : reference[1..].ToString();

    [GeneratedRegex(@"\$(?:[A-Za-z0-9_]+|\{[^}]*\})", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
