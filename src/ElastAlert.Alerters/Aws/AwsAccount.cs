using ElastAlert.Search.Aws;

namespace ElastAlert.Alerters.Aws;

/// <summary>Says with whose credentials a service of AWS is asked.</summary>
internal sealed record AwsAccount
{
    /// <summary>Gets the region, or <see langword="null"/> where none is written.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the profile of the shared files, or <see langword="null"/>.</summary>
    public string? Profile { get; init; }

    /// <summary>Gets the name of the key, or <see langword="null"/> for the standard chain of credentials.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Gets the key.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>Reads <c>PREFIX_aws_region</c>, <c>_aws_profile</c>, <c>_aws_access_key_id</c> and <c>_aws_secret_access_key</c>.</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">The prefix with its underscore.</param>
    public static AwsAccount Read(AlerterOptionReader reader, string prefix) =>
        Read(reader, prefix, prefix + "aws_access_key_id", prefix + "aws_secret_access_key");

    /// <summary>Reads the options, the key under names of its own.</summary>
    public static AwsAccount Read(AlerterOptionReader reader, string prefix, string keyOption, string secretOption)
    {
        var account = new AwsAccount
        {
            Region = Filled(reader, prefix + "aws_region"),
            Profile = Filled(reader, prefix + "aws_profile"),
            AccessKeyId = Filled(reader, keyOption),
            SecretAccessKey = Filled(reader, secretOption),
        };
        if (account.AccessKeyId is null != account.SecretAccessKey is null)
        {
            var (written, missing) = account.AccessKeyId is null ? (secretOption, keyOption) : (keyOption, secretOption);
            reader.Error(written, $"stands without {missing}.", $"Add {missing}, or remove {written} for the credentials of the environment.");
        }

        return account;
    }

    /// <summary>Returns what signs for a service; the region of a profile wins over a written one, as in the reference.</summary>
    public AwsServiceOptions For(string service) => new()
    {
        Service = service,
        Region = Profile is null ? Region ?? "us-east-1" : null,
        DefaultRegion = Region ?? "us-east-1",
        Profile = Profile,
        AccessKeyId = AccessKeyId,
        SecretAccessKey = SecretAccessKey,
    };

    /// <summary>Returns nothing that is secret.</summary>
    public override string ToString() => Profile ?? Region ?? "";

    private static string? Filled(AlerterOptionReader reader, string key) => reader.Text(key) is { Length: > 0 } text ? text : null;
}
