using System.Text.Json;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Says which mapping unknown fields get that look a certain way.</summary>
internal sealed class DynamicTemplate
{
    /// <summary>Gets the template as it was given.</summary>
    public required JsonElement Definition { get; init; }

    /// <summary>Gets the mapping, in which <c>{name}</c> and <c>{dynamic_type}</c> are replaced.</summary>
    public required JsonElement Mapping { get; init; }

    /// <summary>Gets what values must look like: <c>string</c>, <c>long</c>, ..., or <c>*</c>.</summary>
    public string? ValueKind { get; init; }

    public IReadOnlyList<Glob> Names { get; init; } = [];

    public IReadOnlyList<Glob> ExceptNames { get; init; } = [];

    public IReadOnlyList<Glob> Paths { get; init; } = [];

    public IReadOnlyList<Glob> ExceptPaths { get; init; } = [];

    public bool Applies(string valueKind, string name, string path) =>
        (ValueKind is null or "*" || ValueKind == valueKind)
        && (Names.Count == 0 || Names.Any(glob => glob.Matches(name)))
        && !ExceptNames.Any(glob => glob.Matches(name))
        && (Paths.Count == 0 || Paths.Any(glob => glob.Matches(path)))
        && !ExceptPaths.Any(glob => glob.Matches(path));
}
