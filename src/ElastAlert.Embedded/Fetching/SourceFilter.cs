using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Fetching;

/// <summary>Says whether hits carry their source, and which part of it.</summary>
internal sealed class SourceFilter
{
    public static readonly SourceFilter Everything = new(isEnabled: true, [], []);

    public static readonly SourceFilter Nothing = new(isEnabled: false, [], []);

    private SourceFilter(bool isEnabled, IReadOnlyList<string> included, IReadOnlyList<string> excluded)
    {
        IsEnabled = isEnabled;
        KeepsEmptied = excluded.Any(HasStar);
        Paths = KeepsEmptied
            ? PathFilter.Create([.. included.SelectMany(Expand)], [.. excluded.SelectMany(Expand)])
            : PathFilter.Create(included, excluded);
    }

    public bool IsEnabled { get; }

    public PathFilter Paths { get; }

    /// <summary>Gets whether an object stays when the filter has left nothing in it.</summary>
    /// <remarks>The server has two ways to filter; it takes the slower one, which differs in this, when a star excludes.</remarks>
    public bool KeepsEmptied { get; }

    /// <summary>Reads the <c>_source</c> member of a request.</summary>
    public static SourceFilter Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => Everything,
        JsonValueKind.False => Nothing,
        JsonValueKind.Object => ReadObject(value),
        _ => FromText(Texts(value)),
    };

    /// <summary>Reads <c>_source</c>, <c>_source_includes</c> and <c>_source_excludes</c> of an address.</summary>
    public static SourceFilter? FromParameters(string? source, string? included, string? excluded)
    {
        if (source is "false")
            return Nothing;
        if (source is null or "true" or "" && included is null && excluded is null)
            return source is null ? null : Everything;
        return new SourceFilter(isEnabled: true, [.. Split(source is "true" or "" ? null : source), .. Split(included)], Split(excluded));
    }

    private static SourceFilter FromText(IReadOnlyList<string> included) => new(isEnabled: true, included, []);

    private static SourceFilter ReadObject(JsonElement value)
    {
        IReadOnlyList<string> included = [];
        IReadOnlyList<string> excluded = [];
        foreach (var part in value.EnumerateObject())
        {
            if (part.Name is "includes" or "include")
                included = Texts(part.Value);
            else if (part.Name is "excludes" or "exclude")
                excluded = Texts(part.Value);
            else
                throw RequestFailure.Unsupported($"[{part.Name}] in [_source]");
        }

        return new SourceFilter(isEnabled: true, included, excluded);
    }

    private static string[] Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Scalars.Text)] : [Scalars.Text(value)];

    private static string[] Split(string? names) => names?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool HasStar(string pattern) => pattern.Contains('*', StringComparison.Ordinal);

    // In the slower way a star also stands for dots: "*.id" means any depth.
    private static IEnumerable<string> Expand(string pattern)
    {
        yield return pattern;
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0 || pattern.Length == 1)
            yield break;
        var rest = pattern[(star + 1)..];
        yield return $"{pattern[..(star + 1)]}.**.{(rest.StartsWith('.') ? rest[1..] : "*" + rest)}";
        if (star == 0)
            yield return $"**.{pattern}";
    }
}
