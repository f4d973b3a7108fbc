using ElastAlert.Delivery;
using ElastAlert.Diagnostics;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Services;

namespace ElastAlert.Engine.Commits;

/// <summary>Does what follows when a commit of a rule happened, and when another process has taken the rule.</summary>
/// <param name="rule">The rule.</param>
/// <param name="services">What rules share.</param>
/// <param name="health">How the rule is doing.</param>
/// <param name="delivery">The delivery of its alerts.</param>
/// <param name="records">Writes the records that the history may lack.</param>
internal sealed class CommitEffects(Rule rule, EngineServices services, RuleHealth health, RuleDelivery delivery, RecordWriter records)
{
    /// <summary>Makes visible what a commit brought.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="content">What it was built from.</param>
    public void Committed(RunCommit commit, CommitContent content)
    {
        health.Cover(content.Checkpoint.End);
        services.Silences.Add(content.Silences);
        services.Metrics.SilencesSet(rule.Name, content.Silences.Count);
        delivery.Add(commit.Alerts);
    }

    /// <summary>Leaves to another process what is not delivered yet.</summary>
    public void Lost()
    {
        services.Metrics.Conflict(rule.Name);
        delivery.Forget();
        Log.CommitConflicted(services.Logger, rule.Name);
    }

    /// <summary>Writes the records of a commit that happened.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task RecordAsync(RuleMemory memory, CancellationToken cancellationToken) => records.WriteAsync(memory, cancellationToken);
}
