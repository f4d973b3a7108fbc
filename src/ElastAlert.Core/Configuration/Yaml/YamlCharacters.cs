using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Refuses what a strict YAML 1.1 reader refuses and the parser lets through: control characters, and tabs between values.</summary>
internal static class YamlCharacters
{
    /// <exception cref="YamlTextException">A character may not stand where it stands.</exception>
    public static void Check(SourceText source)
    {
        var text = source.Text;
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsPrintable(text, index))
                throw new YamlTextException($"the character U+{(int)text[index]:X4} is not allowed", source.Locate(index));
        }

        if (text.Contains('\t', StringComparison.Ordinal))
            CheckTabs(source);
    }

    // A tab is content in quoted and block scalars and in comments; anywhere else nothing may begin with it.
    private static void CheckTabs(SourceText source)
    {
        var scanner = new Scanner(new StringReader(source.Text), skipComments: false);
        var checkedTo = 0;
        while (MoveNext(scanner, source) && scanner.Current is not Error)
        {
            if (scanner.Current is not (Comment or Scalar { Style: not ScalarStyle.Plain }))
                continue;
            CheckTabs(source, checkedTo, (int)scanner.Current.Start.Index);
            checkedTo = Math.Max(checkedTo, (int)scanner.Current.End.Index);
        }

        CheckTabs(source, checkedTo, source.Text.Length);
    }

    private static bool MoveNext(Scanner scanner, SourceText source)
    {
        try
        {
            return scanner.MoveNext();
        }
        catch (InvalidOperationException)
        {
            throw YamlTextException.Senseless(source.Locate((int)scanner.CurrentPosition.Index));
        }
    }

    private static void CheckTabs(SourceText source, int start, int end)
    {
        var tab = end > start ? source.Text.IndexOf('\t', start, end - start) : -1;
        if (tab >= 0)
            throw new YamlTextException("a tab stands here, where YAML allows spaces only", source.Locate(tab));
    }

    private static bool IsPrintable(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' or '\u0085' => true,
        < ' ' or (> '~' and < '\u00A0') => false,
        >= '\uD800' and <= '\uDBFF' => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        >= '\uDC00' and <= '\uDFFF' => index > 0 && char.IsHighSurrogate(text[index - 1]),
        '\uFFFE' or '\uFFFF' => false,
        _ => true,
    };
}
