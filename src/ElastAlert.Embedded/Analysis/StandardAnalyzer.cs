using System.Text;

namespace ElastAlert.Embedded.Analysis;

/// <summary>Splits text into words as the standard analyzer does: borders of Unicode annex 29, then lower case.</summary>
internal static class StandardAnalyzer
{
    private const int LongestToken = 255;

    // The invariant culture leaves this letter alone, the server makes it an ordinary i.
    private const char DottedCapital = '\u0130';

    /// <summary>Gets the words of a text in order.</summary>
    public static List<string> Analyze(string text)
    {
        var tokens = new List<string>();
        Analyze(text, tokens, static (list, token) => list.Add(token.ToString()));
        return tokens;
    }

    /// <summary>Hands each word of a text to a receiver, which must not keep the span.</summary>
    public static void Analyze<TState>(string text, TState state, TokenReceiver<TState> receive)
    {
        Span<char> lower = stackalloc char[LongestToken];
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at, out var isWord);
            if (isWord)
                Emit(text.AsSpan(at, end - at), lower, state, receive);
            at = end;
        }
    }

    /// <summary>Gets a term in the form in which words are indexed, without splitting it.</summary>
    public static string Normalize(string text) => text.ToLowerInvariant().Replace(DottedCapital, 'i');

    private static void Emit<TState>(ReadOnlySpan<char> word, Span<char> lower, TState state, TokenReceiver<TState> receive)
    {
        while (!word.IsEmpty)
        {
            var part = word[..Math.Min(LongestToken, word.Length)];
            part.ToLowerInvariant(lower);
            lower[..part.Length].Replace(DottedCapital, 'i');
            receive(state, lower[..part.Length]);
            word = word[part.Length..];
        }
    }

    private static int WordEnd(string text, int start, out bool isWord)
    {
        var (first, at) = Next(text, start);
        isWord = first is WordClass.Letter or WordClass.Numeric or WordClass.Katakana or WordClass.Ideograph;
        if (first is WordClass.Other or WordClass.MidBoth or WordClass.MidLetter or WordClass.MidNumber or WordClass.Extend)
            return at;
        at = SkipExtend(text, at);
        if (first is WordClass.Ideograph)
            return at;
        var last = first;
        while (at < text.Length)
        {
            var (next, end) = Next(text, at);
            if (IsMid(next) && BridgesTo(text, last, next, end))
            {
                (next, end) = Next(text, SkipExtend(text, end));
            }
            else if (!Joins(last, next))
            {
                break;
            }

            isWord |= next is WordClass.Letter or WordClass.Numeric or WordClass.Katakana;
            last = next;
            at = SkipExtend(text, end);
        }

        return at;
    }

    private static bool Joins(WordClass last, WordClass next) => (last, next) switch
    {
        (WordClass.Letter or WordClass.Numeric or WordClass.Connector, WordClass.Letter or WordClass.Numeric) => true,
        (WordClass.Katakana or WordClass.Connector, WordClass.Katakana) => true,
        (_, WordClass.Connector) => true,
        _ => false,
    };

    private static bool IsMid(WordClass value) => value is WordClass.MidLetter or WordClass.MidNumber or WordClass.MidBoth;

    private static bool BridgesTo(string text, WordClass last, WordClass mid, int at)
    {
        at = SkipExtend(text, at);
        if (at >= text.Length)
            return false;
        var next = Next(text, at).Class;
        return last switch
        {
            WordClass.Letter => mid is not WordClass.MidNumber && next is WordClass.Letter,
            WordClass.Numeric => mid is not WordClass.MidLetter && next is WordClass.Numeric,
            _ => false,
        };
    }

    private static int SkipExtend(string text, int at)
    {
        while (at < text.Length)
        {
            var (next, end) = Next(text, at);
            if (next is not WordClass.Extend)
                break;
            at = end;
        }

        return at;
    }

    private static (WordClass Class, int End) Next(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        return (WordClasses.Of(rune), at + length);
    }
}
