namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Holds the arguments of a call.</summary>
/// <param name="Positional">The arguments by place.</param>
/// <param name="Named">The arguments by name, in the order they were written.</param>
internal sealed record CallArguments(IReadOnlyList<object?> Positional, IReadOnlyList<KeyValuePair<string, object?>> Named)
{
    public static CallArguments None { get; } = new([], []);

    public static CallArguments Of(params IReadOnlyList<object?> positional) => new(positional, []);

    /// <summary>Returns these arguments without the first so many.</summary>
    public CallArguments Skip(int count) => this with { Positional = [.. Positional.Skip(count)] };
}
