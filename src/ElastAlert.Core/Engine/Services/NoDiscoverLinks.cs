using ElastAlert.Alerting;

namespace ElastAlert.Engine.Services;

/// <summary>Makes no links.</summary>
internal sealed class NoDiscoverLinks : IDiscoverLinks
{
    private NoDiscoverLinks()
    {
    }

    /// <summary>Gets the only one.</summary>
    public static NoDiscoverLinks Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, string>>> CreateAsync(
        Rule rule, RuleMatch match, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<KeyValuePair<string, string>>>([]);
}
