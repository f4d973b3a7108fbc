using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Puts blanks into lists and mappings in brackets where the parser wants them and YAML 1.1 does not.</summary>
/// <remarks>
/// Between brackets lines may begin anywhere, but the parser trips over text left of the block around it. A colon before a bracket or
/// comma ends a name, <c>{term:{a: b}}</c>, but the parser takes it for a part of the name.
/// </remarks>
internal static class YamlFlow
{
    private const int MostIndentedLines = 1000;

    public static SourceText Adapt(SourceText source, int marginWidth)
    {
        if (source.Text.AsSpan().IndexOfAny('[', '{') < 0)
            return source;
        var indentedTo = -1;
        for (var attempt = 0; attempt < MostIndentedLines; attempt++)
        {
            var colons = new List<int>();
            var stumble = Scan(source.Text, colons);

            // Where blanks were of no help, more are not either.
            var continues = stumble is { } place && place != indentedTo && ContinuesFlow(source.Text, place);
            if (continues)
                source = source.Indented(stumble!.Value, marginWidth);
            for (var last = colons.Count - 1; last >= 0; last--)
                source = source.Indented(colons[last], 1);
            if (!continues)
                return source;
            indentedTo = stumble!.Value + marginWidth + colons.Count;
        }

        return source;
    }

    /// <summary>Finds the ends of colons that a bracket or comma follows, up to the place where the scanner trips.</summary>
    private static int? Scan(string text, List<int> colons)
    {
        var scanner = new Scanner(new StringReader(text));
        try
        {
            for (var depth = 0; depth <= YamlComposer.DeepestNesting && MoveNext(scanner); depth += Change(scanner.Current))
            {
                var end = (int)scanner.Current!.End.Index;
                if (depth > 0 && scanner.Current is Scalar { Style: ScalarStyle.Plain } scalar && scalar.Value.EndsWith(':')
                    && end < text.Length && text[end] is ',' or '[' or ']' or '{' or '}')
                    colons.Add(end);
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return (int)scanner.CurrentPosition.Index;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    /// <summary>Returns whether an index is the first on its line, and the line is inside of brackets.</summary>
    private static bool ContinuesFlow(string text, int index)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(index - 1, 0)) + 1;
        if (lineStart == 0 || text.AsSpan(lineStart, index - lineStart).ContainsAnyExcept(' '))
            return false;
        var scanner = new Scanner(new StringReader(text[..lineStart]));
        var depth = 0;
        try
        {
            while (depth <= YamlComposer.DeepestNesting && MoveNext(scanner))
                depth += Change(scanner.Current);
        }
        catch (Exception exception) when (exception is InvalidOperationException or YamlException)
        {
            return false;
        }

        return depth > 0;
    }

    // Where the text is wrong, the scanner gives errors without an end.
    private static bool MoveNext(Scanner scanner) => scanner.MoveNext() && scanner.Current is not Error;

    private static int Change(Token? token) => token switch
    {
        FlowSequenceStart or FlowMappingStart => 1,
        FlowSequenceEnd or FlowMappingEnd => -1,
        _ => 0,
    };
}
