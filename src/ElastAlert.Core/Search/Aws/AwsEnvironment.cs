namespace ElastAlert.Search.Aws;

/// <summary>Reads what surrounds the process: variables and files.</summary>
internal sealed record AwsEnvironment(Func<string, string?> Variable, Func<string, string?> File)
{
    public static AwsEnvironment OfProcess { get; } = new(Environment.GetEnvironmentVariable, ReadIfPresent);

    /// <summary>Gets a variable, or null when it is missing or empty.</summary>
    public string? this[string name] => Variable(name) is { Length: > 0 } value ? value : null;

    private static string? ReadIfPresent(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
