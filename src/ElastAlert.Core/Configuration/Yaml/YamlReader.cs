using YamlDotNet.Core;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Reads a YAML 1.1 text into values that know their place.</summary>
internal static class YamlReader
{
    private const int MarginWidth = 128;
    private const int MostIndentedLines = 1000;

    /// <summary>Reads the one document of a text.</summary>
    /// <param name="file">The file, for places.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="environment">What <c>$NAME</c> stands for; <see langword="null"/> for a name that is not set.</param>
    public static YamlResult Read(string file, string text, Func<string, string?> environment)
    {
        var source = EnvironmentReferences.Expand(file, Normalised(text), environment);
        for (var attempt = 0; ; attempt++)
        {
            source = YamlFlow.Adapt(source, MarginWidth);
            try
            {
                return new YamlResult(Value(source), null);
            }
            catch (YamlTextException exception)
            {
                return Failure(exception.Location, exception.Message);
            }
            catch (YamlException exception) when (attempt < MostIndentedLines && IsQuotedLineAtMargin(exception))
            {
                source = source.Indented((int)exception.End.Index, MarginWidth);
            }
            catch (YamlException exception) when (attempt < MostIndentedLines && BlanksAbove(source.Text, exception) is (var index, > 0 and var length))
            {
                source = source.Without(index, length);
            }
            catch (YamlException exception)
            {
                return Failure(source.Locate((int)exception.Start.Index), exception.Message);
            }
        }
    }

    private static OptionValue Value(SourceText source)
    {
        YamlCharacters.Check(source);
        var parser = new Parser(new StringReader(source.Text));
        try
        {
            return new YamlComposer(parser, source).Compose();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw YamlTextException.Senseless(source.Locate((int)(parser.Current?.End.Index ?? 0)));
        }
    }

    // YAML 1.1 lets the lines of a quoted text begin anywhere, and their leading blanks do not count; the parser wants them indented.
    private static bool IsQuotedLineAtMargin(YamlException exception) =>
        exception.Message.Contains("found wrong indentation", StringComparison.Ordinal) && exception.End.Index > 0;

    // In YAML 1.1 a block text may begin with lines of blanks; the parser wants them empty.
    private static (int Index, int Length) BlanksAbove(string text, YamlException exception)
    {
        if (!exception.Message.Contains("block scalar, found", StringComparison.Ordinal))
            return default;
        for (var end = (int)exception.Start.Index - 1; end > 0; end--)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            if (text.AsSpan(start, end - start).ContainsAnyExcept(' '))
                return default;
            if (start < end)
                return (start, end - start);
        }

        return default;
    }

    private static YamlResult Failure(SourceLocation location, string reason) =>
        new(null, new RuleProblem(RuleProblemSeverity.Error, location, $"The file could not be parsed as YAML: {reason.TrimEnd('.')}.")
        {
            Cure = "Mend the text at this place; the cause may stand a line before it.",
        });

    // What reads the file is told of line feeds only, and of no mark of the byte order.
    private static string Normalised(string text)
    {
        var unmarked = text.StartsWith('\uFEFF') ? text[1..] : text;
        return unmarked.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
