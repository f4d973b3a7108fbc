using ElastAlert.Alerting;
using ElastAlert.Engine.Commits;
using ElastAlert.Engine.Memory;

namespace ElastAlert.Engine.Runs;

/// <summary>Reads the matches back that wait in the state of a rule for the end of a run.</summary>
/// <param name="store">The store.</param>
/// <param name="stateName">The name of the rule's state.</param>
internal sealed class WaitingReader(IStateStore store, string stateName)
{
    /// <summary>Reads the matches of groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<RuleMatch>> ReadAsync(IReadOnlyList<WaitingGroup> groups, CancellationToken cancellationToken)
    {
        var matches = new List<RuleMatch>(groups.Sum(static group => group.Matches));
        foreach (var name in groups.SelectMany(static group => group.PartNames()))
        {
            var part = await StoreBorder.CallAsync(token => store.LoadPartAsync(stateName, name, token), cancellationToken).ConfigureAwait(false)
                ?? throw PartNames.Missing(name);
            matches.AddRange(MatchCodec.Read(part.Content));
        }

        return matches;
    }
}
