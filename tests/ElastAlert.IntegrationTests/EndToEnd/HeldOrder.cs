using System.Text.Json;

namespace ElastAlert.IntegrationTests.EndToEnd;

/// <summary>
/// Compares alerts of several matches. The clock of the recording stood still during a run, so the reference wrote all matches of one run
/// with one time, and its server gave them back in whichever order they lay in its segments: what binds is which ones there are.
/// </summary>
internal static class HeldOrder
{
    private const string Separator = "\n----------------------------------------\n";

    public static string? Difference(IReadOnlyList<JsonElement> actual, IReadOnlyList<JsonElement> expected) =>
        JsonComparison.Difference(Ordered(actual), Ordered(expected));

    public static bool AreSameBodies(string actual, string expected) =>
        actual.Split(Separator).Order(StringComparer.Ordinal).SequenceEqual(expected.Split(Separator).Order(StringComparer.Ordinal));

    private static JsonElement Ordered(IEnumerable<JsonElement> matches) => JsonElement.Parse(
        "[" + string.Join(',', matches.OrderBy(match => match.TryGetProperty("_id", out var id) ? id.GetString() : "", StringComparer.Ordinal)) + "]");
}
