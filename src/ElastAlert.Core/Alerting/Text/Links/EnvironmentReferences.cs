using System.Text.RegularExpressions;

namespace ElastAlert.Alerting.Text.Links;

/// <summary>Replaces <c>$NAME</c> and <c>${NAME}</c> by environment variables; unknown names stay.</summary>
internal static partial class EnvironmentReferences
{
    public static string Expand(string text, Func<string, string?> environment) =>
        Reference().Replace(text, reference => environment(reference.Groups["name"].Value) ?? reference.Value);

    [GeneratedRegex(@"\$(?:(?<name>[A-Za-z0-9_]+)|\{(?<name>[^}]*)\})", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
