namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Says how much a template may do before it fails: it runs on field data that anyone may write.</summary>
internal sealed record JinjaLimits
{
    public static JinjaLimits Default { get; } = new();

    /// <summary>Gets the greatest length of the output, and of every text on the way, in UTF-16 units.</summary>
    public int MaxTextLength { get; init; } = 1_000_000;

    /// <summary>Gets the greatest number of members of a list, and of numbers in a range.</summary>
    public int MaxItems { get; init; } = 100_000;

    /// <summary>Gets how many steps a rendering takes at most: evaluations, iterations, comparisons, and a share of what is copied.</summary>
    public long MaxSteps { get; init; } = 2_000_000;

    /// <summary>Gets how deep macros and recursive loops may call each other.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Gets the greatest size of a whole number, in bits.</summary>
    public int MaxIntegerBits { get; init; } = 32_768;
}
