namespace ElastAlert.IntegrationTests.Conformance;

/// <summary>Knows the requests whose answer differs from a server's, each with its reason.</summary>
internal static class KnownDifferences
{
    /// <summary>Gets why a request is not compared with a server, or <see langword="null"/>.</summary>
    public static string? Reason(string server, string request)
    {
        foreach (var line in ConformanceRequests.Lines("known-differences.txt"))
        {
            var parts = line.Split('\t');
            if ((parts[0] == "*" || parts[0].Split(',').Contains(server)) && IsMeant(parts[1], request))
                return parts[2];
        }

        return null;
    }

    private static bool IsMeant(string known, string request) => known.StartsWith("contains ", StringComparison.Ordinal)
        ? request.Contains(known["contains ".Length..], StringComparison.Ordinal)
        : request == known;
}
