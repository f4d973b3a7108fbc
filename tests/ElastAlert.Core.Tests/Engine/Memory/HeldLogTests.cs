using System.Text;
using ElastAlert.Alerting;
using ElastAlert.Engine.Memory;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine.Memory;

public sealed class HeldLogTests
{
    /// <summary>Each byte lets a match join an aggregate, or ends one, and now and then there is a commit or a restart.</summary>
    [Fact]
    public void Restore_AfterAnything_GivesTheSameAggregates() => Prop.ForAll<byte[]>(Play).QuickCheckThrowOnFailure();

    [Fact]
    public void Save_ManyAggregatesThatEnd_ForgetsThem()
    {
        var log = new HeldLog();
        var parts = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var held = HeldAggregates.Empty.With(Aggregate("stays", 1));
        for (var number = 0; number < 1000; number++)
        {
            log.Set(held = held.With(Aggregate($"{number}", 3)));
            log.Set(held = held.Without($"{number}"));
            Apply(parts, log.Save());
        }

        HeldLog.Read(parts.Values).Items.Should().ContainSingle().Which.Id.Should().Be("stays");
        parts.Values.Sum(static part => part.Content.Length).Should().BeLessThan(20_000);
    }

    [Fact]
    public void Restore_DamagedPart_IsRefused()
    {
        var read = () => HeldLog.Read([new StatePart(HeldLog.Prefix + "0-0", new byte[] { 1, (byte)'{' })]);

        read.Should().Throw<StateFormatException>();
    }

    [Fact]
    public async Task State_OfVersion1_IsReadAndSavedAnew()
    {
        await using var engine = new EngineFixture(Aggregating());
        var match = new RuleMatch { Fields = Document.Parse("""{"_id": "a"}"""), Timestamp = Clock.At("11:50"), Summary = "" };
        await engine.Memory.CommitAsync(
            new RunCommit
            {
                Rule = "r",
                CommitId = "last",
                PreviousCommitId = null,
                Lease = new RuleLease("other", 1, Clock.At("11:55")),
                Checkpoint = Encoding.UTF8.GetBytes(
                    $$"""
                    {"version":1,"detection":"{{DetectionFingerprint.Of(engine.Rule)}}","end":"{{Clock.At("11:55"):O}}","is_warm":true,"next_part":2,"held":[
                      {"id":"r/1/h0","alert_time":"{{Clock.At("12:07"):O}}","number":3,"is_enhanced":false,"matches":2,"parts":["held/0","held/1"]}]}
                    """),
                Parts = [new StatePart("held/0", MatchCodec.Write([match])), new StatePart("held/1", MatchCodec.Write([match]))],
            },
            CancellationToken.None);

        await engine.RunAt("12:00");
        await engine.RestartAsync();
        await engine.RunAt("12:05");
        await engine.PassAt("12:07:01");

        engine.Alerter.Alerts.Should().ContainSingle().Which.Id.Should().Be("r/1/h0");
        engine.Delivered.Should().Equal("a", "a");
        var state = (await engine.Memory.LoadAsync("r", CancellationToken.None))!;
        state.Parts.Select(static part => part.Name).Should().NotContain(static name => name.StartsWith("held/", StringComparison.Ordinal));
        CheckpointCodec.Read("r", state.Checkpoint.Span).Version.Should().Be(Checkpoint.CurrentVersion);
    }

    private static Rule Aggregating()
    {
        var rule = EngineFixture.BaseRule();
        return rule with { Alerting = rule.Alerting with { Aggregation = new RuleAggregation { Duration = TimeSpan.FromMinutes(7) } } };
    }

    private static void Play(byte[] script)
    {
        var log = new HeldLog();
        var parts = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var held = HeldAggregates.Empty;
        foreach (var step in script.SelectMany(static step => Enumerable.Repeat(step, 3)))
        {
            var id = $"{step % 5}";
            var known = held.Items.FirstOrDefault(item => item.Id == id);
            held = step % 7 == 0 ? held.Without(id) : held.With(Longer(known ?? Aggregate(id, 0) with { Number = held.NextNumber }, step % 4));
            log.Set(held);
            Apply(parts, log.Save());
            if (step % 11 != 0)
                continue;
            log = new HeldLog();
            Text(log.Restore(parts.Values)).Should().Be(Text(held));
        }

        Text(HeldLog.Read(parts.Values)).Should().Be(Text(held));
    }

    private static HeldAggregate Longer(HeldAggregate aggregate, int matches) =>
        aggregate with { Matches = [.. aggregate.Matches, .. Aggregate(aggregate.Id, matches + 1).Matches] };

    private static HeldAggregate Aggregate(string id, int matches) => new(id, id == "2" ? null : "key\n" + id, Clock.At("12:00"))
    {
        IsEnhanced = id == "3",
        Matches = [.. Enumerable.Range(0, matches).Select(number => new RuleMatch
        {
            Fields = Document.Parse($$"""
                {"_id": "{{id}}-{{number}}",
                 "text": "ü"}
                """),
            Timestamp = Clock.At("11:59").AddTicks(number),
            Summary = "s",
        })],
    };

    private static string Text(HeldAggregates held) => string.Join('\n', held.Items.Select(static item =>
        $"{item.Id} {item.Key} {item.AlertTime:O} {item.Number} {item.IsEnhanced} {string.Join(',', item.Matches.Select(static match => match.Fields.ToString() + match.Timestamp.Ticks + match.Summary))}"));

    private static void Apply(Dictionary<string, StatePart> parts, IReadOnlyList<StatePart> changes)
    {
        foreach (var change in changes)
        {
            parts.Remove(change.Name);
            if (!change.Content.IsEmpty)
                parts.Add(change.Name, change);
        }
    }
}
