namespace ElastAlert.Configuration.Schema;

/// <summary>Says what a rule type of the reference needs and how it may ask for data.</summary>
internal sealed record RuleTypeSchema
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Gets the options of which at least one must be there.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    public IReadOnlyList<QueryKind> Queries { get; init; } = [];

    public IReadOnlyDictionary<string, ValueShape> Options { get; init; } = new Dictionary<string, ValueShape>();
}
