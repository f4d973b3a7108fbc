using System.Text;
using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Configuration;

/// <summary>Reads a file whose content is a mapping of options.</summary>
public static class OptionFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that an option names: YAML, with <c>$NAME</c> replaced from the environment.</summary>
    /// <param name="reader">The options of an alerter, which take the problems.</param>
    /// <param name="key">The option; a relative path begins at the working directory.</param>
    /// <returns>The options, or <see langword="null"/> when no file is named or it could not be read.</returns>
    public static OptionMap? Read(AlerterOptionReader reader, string key)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.Text(key) is not { Length: > 0 } path)
            return null;
        var problems = new ProblemList { Rule = reader.Rule.Name };
        var options = Read(path, Environment.GetEnvironmentVariable, problems);
        reader.Add(problems.All);
        return options;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="environment">What <c>$NAME</c> stands for.</param>
    /// <param name="problems">What is wrong with the file.</param>
    /// <param name="namedAt">The place that names the file, when another file does.</param>
    /// <returns>The options, or <see langword="null"/> when the file could not be read.</returns>
    internal static OptionMap? Read(string path, Func<string, string?> environment, ProblemList problems, SourceLocation? namedAt = null)
    {
        if (Text(path, problems, namedAt) is not { } text)
            return null;
        var result = YamlReader.Read(path, text, environment);
        if (result.Problem is not null)
            problems.Add(result.Problem);
        else if (result.Value!.Kind == OptionKind.Null)
            problems.Error(new SourceLocation(path, 0, 0), null, "The file is empty.", "Write options into it, or delete it.");
        else if (result.Value.Kind != OptionKind.Map)
            problems.Error(result.Value.Location, null, $"The file holds {ValueText.Of("", result.Value)} instead of options.", "Write options as 'name: value', a line each.");
        return result.Value is { Kind: OptionKind.Map } ? result.Value.Members : null;
    }

    private static string? Text(string path, ProblemList problems, SourceLocation? namedAt)
    {
        var place = namedAt ?? new SourceLocation(path, 0, 0);
        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Error(place, namedAt is null ? null : "import", $"The file '{path}' does not exist.", "Correct the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Error(place, null, $"The file '{path}' cannot be read: {exception.Message}", "Check its permissions.");
        }
        catch (DecoderFallbackException)
        {
            problems.Error(new SourceLocation(path, 0, 0), null, "The file is not text in UTF-8.", "Save it in UTF-8.");
        }

        return null;
    }
}
