namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is one parameter of a built-in function.</summary>
internal sealed record Parameter(string Name)
{
    /// <summary>Gets whether a call must give it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Gets the value when a call does not give it.</summary>
    public object? Default { get; init; }

    /// <summary>Gets whether it has no name that a call could use.</summary>
    public bool IsPositionalOnly { get; init; }

    /// <summary>Returns parameters that no call can name.</summary>
    public static IReadOnlyList<Parameter> ByPlace(IEnumerable<Parameter> parameters) =>
        [.. parameters.Select(parameter => parameter with { IsPositionalOnly = true })];

    public static implicit operator Parameter(string name) => new(name);

    public static implicit operator Parameter((string Name, object? Default) optional) =>
        new(optional.Name) { IsRequired = false, Default = optional.Default };
}
