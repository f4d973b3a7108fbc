using System.Security.Cryptography;
using System.Text;
using ElastAlert.Engine.Memory;
using ElastAlert.Engine.Seen;

namespace ElastAlert.KillTests;

/// <summary>Is what an installation has come to, in lines that say nothing of random ids: what was alerted, and all that the engine knows.</summary>
internal static class InstallationOutcome
{
    public static async Task<IReadOnlyList<string>> OfAsync(Installation installation)
    {
        using var state = InstalledState.Of(installation);
        var lines = new List<string>();
        lines.AddRange(installation.Deliveries.DistinctBy(delivery => (delivery.Channel, delivery.AlertId))
            .Select(delivery => $"alert {delivery.Channel} {delivery.At} {delivery.Matches}"));
        lines.AddRange((await state.Outbox.LoadAsync(null, includeDead: true, CancellationToken.None)).Select(alert => $"outbox {alert.Rule}"));
        lines.AddRange(RecordLines.Of(await state.ReadHistoryAsync()));
        foreach (var rule in Scenario.Rules.Values)
            lines.AddRange(Of(rule, (await state.Store.LoadAsync(rule, CancellationToken.None))!));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(string rule, RuleState state)
    {
        var checkpoint = CheckpointCodec.Read(rule, state.Checkpoint.Span);
        var seen = new SeenLedger(TimeSpan.FromMinutes(15));
        seen.Restore(state.Parts);
        var span = new TimeWindow(Scenario.Start.AddDays(-1), Scenario.End.AddDays(1));
        return
        [
            $"{rule} end {checkpoint.End:O} open {checkpoint.Open} incomplete {checkpoint.Incomplete.Count} minimum {checkpoint.MinimumStart:O} seed {checkpoint.Seed}",
            $"{rule} seen {seen.Count} {Digest(string.Join(' ', seen.In(span).Select(document => document.Moment.UtcTicks).Order()))}",
            .. HeldLog.Read(state.Parts).Items.Select(held => $"{rule} holds until {held.AlertTime:O} of {held.Key}: {string.Join(',', held.Matches.Select(Id))}"),
            .. SilenceLog.Read(state.Parts).Select(silence => $"{rule} silences {silence.Key} until {silence.Until:O} {silence.Exponent}"),
            .. DecisionLog.Read(state.Parts).Select(decision =>
                $"{rule} decided {decision.DocumentId?.Split('/')[^1]} {decision.MatchTime:O} at {decision.DecidedAt:O}: {decision.Outcome} until {decision.Until:O} by {decision.By}"),
            .. state.Parts.Where(part => part.Name.StartsWith(PartNames.RuleType, StringComparison.Ordinal))
                .Select(part => $"{rule} window {part.Name} {part.Content.Length} bytes"),
        ];
    }

    private static string Id(RuleMatch match) => match.Fields.Find("_id").AsText() ?? "";

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
