using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Configuration;

/// <summary>Is what a file with credentials holds (<c>smtp_auth_file</c>, <c>jira_account_file</c>).</summary>
public sealed record Account
{
    /// <summary>Gets the user, or <see langword="null"/>.</summary>
    public string? User { get; init; }

    /// <summary>Gets the password, or <see langword="null"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Gets the key or token that replaces user and password, or <see langword="null"/>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Reads a file: YAML, with <c>$NAME</c> replaced from the environment.</summary>
    /// <param name="rule">The rule that names the file; a relative path begins at its folder.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="AlertDeliveryException">The file cannot be read.</exception>
    public static Account Read(Rule rule, string path)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.Combine(Path.GetDirectoryName(rule.Source.File) ?? "", path);
        try
        {
            var result = YamlReader.Read(full, File.ReadAllText(full), Environment.GetEnvironmentVariable);
            var members = result.Value?.Members
                ?? throw new AlertDeliveryException($"The account file '{full}' cannot be read: {result.Problem!.Message}");
            return new Account { User = Text(members, "user"), Password = Text(members, "password"), ApiKey = Text(members, "apikey") };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AlertDeliveryException($"The account file '{full}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the user; the rest is secret.</summary>
    public override string ToString() => $"Account of {User}";

    private static string? Text(OptionMap members, string name) =>
        members.TryGetValue(name, out var value) && value.Kind != OptionKind.Null ? Values.PythonText.Of(value.ToJson()) : null;
}
