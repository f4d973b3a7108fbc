namespace ElastAlert.Search.Aws;

/// <summary>Reads what a profile has in the two files that programs of AWS share.</summary>
internal sealed class AwsSharedFiles(string? profile, AwsEnvironment environment)
{
    private readonly string _name = profile ?? environment["AWS_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"] ?? "default";

    /// <summary>Returns the settings of the profile in the file of credentials.</summary>
    public Dictionary<string, string> Credentials() => Read("AWS_SHARED_CREDENTIALS_FILE", "credentials", _name);

    /// <summary>Returns the settings of the profile in the other file, which names its sections differently.</summary>
    public Dictionary<string, string> Configuration() => Read("AWS_CONFIG_FILE", "config", _name == "default" ? _name : "profile " + _name);

    private Dictionary<string, string> Read(string variable, string file, string section)
    {
        var path = environment[variable] ?? Path.Combine(environment["HOME"] ?? environment["USERPROFILE"] ?? "", ".aws", file);
        return environment.File(path) is { } text ? IniSection.Read(text, section) : [];
    }
}
