namespace ElastAlert.Search.Aws;

/// <summary>Knows what the hosts of services are called.</summary>
internal static class AwsHost
{
    /// <summary>Returns the host of a service in a region; those in China have a domain of their own.</summary>
    public static string Of(string prefix, string region) =>
        $"{prefix}.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}";
}
