using System.Globalization;
using ElastAlert.Engine.Seen;
using ElastAlert.Values;

namespace ElastAlert.Core.Tests.Engine.Seen;

public sealed class SeenLedgerTests
{
    private static readonly TimeSpan Buffer = TimeSpan.FromMinutes(15);
    private static readonly TimeWindow All = new(DateTimeOffset.MinValue, Clock.At("23:00"));

    [Fact]
    public void See_DocumentOnceMore_WasSeen()
    {
        var ledger = new SeenLedger(Buffer);

        ledger.See(Hit("a", "12:00"), isRemembered: true).Should().BeFalse();
        ledger.See(Hit("a", "12:07"), isRemembered: true).Should().BeTrue();
        ledger.See(Hit("a", "12:00") with { Index = "other" }, isRemembered: true).Should().BeFalse("Q33");
    }

    [Fact]
    public void See_DocumentThatIsNotToBeRemembered_IsForgotten()
    {
        var ledger = new SeenLedger(Buffer);

        ledger.See(Hit("a", "12:00"), isRemembered: false).Should().BeFalse();
        ledger.See(Hit("a", "12:00"), isRemembered: false).Should().BeFalse();
        ledger.Save().Should().BeEmpty();
    }

    [Fact]
    public void Save_Incrementally_WritesChunksThatChangedOnly()
    {
        var ledger = new SeenLedger(Buffer);
        for (var number = 0; number < 10_000; number++)
            ledger.See(Hit($"{number}", "12:00"), isRemembered: true);
        var first = ledger.Save();

        ledger.See(Hit("late", "12:00:10"), isRemembered: true);
        var second = ledger.Save();

        first.Sum(static part => part.Content.Length).Should().BeInRange(10_000 * SeenEntry.Size, (10_000 * SeenEntry.Size) + 100);
        first.Should().OnlyContain(static part => part.Content.Length <= 1 + (SeenChunk.MostEntries * SeenEntry.Size));
        second.Should().ContainSingle();
        ledger.Save().Should().BeEmpty();
        ledger.Unsaved.Should().Be(0);
    }

    [Fact]
    public void Save_FewDocuments_WritesLittle()
    {
        var ledger = new SeenLedger(Buffer);
        ledger.See(Hit("a", "12:00"), isRemembered: true);

        ledger.Save().Sum(static part => part.Content.Length).Should().BeLessThan(50);
    }

    [Fact]
    public void Restore_SavedParts_KnowsTheSameDocuments()
    {
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var ledger = new SeenLedger(Buffer);
        for (var minute = 0; minute < 40; minute++)
        {
            for (var number = 0; number < 20; number++)
                ledger.See(Hit($"{minute}-{number}", "12:00", minute), isRemembered: true);
            ledger.See(Hit("moving", "12:00", minute, sequenceNumber: minute), isRemembered: true);
            ledger.Purge(Clock.At("12:00").AddMinutes(minute) - Buffer);
            Keep(saved, ledger.Save());
        }

        var restored = new SeenLedger(Buffer);
        restored.Restore(saved.Values);

        restored.Count.Should().Be(ledger.Count);
        restored.TryGetSequenceNumber("idx", "moving", out var sequenceNumber).Should().BeTrue();
        sequenceNumber.Should().Be(39);
        Knows(restored, "0-0").Should().BeFalse();
        Knows(restored, "39-0").Should().BeTrue();
        restored.Save().Should().BeEmpty();
        saved.Count.Should().BeLessThan(50);
    }

    [Fact]
    public void Restore_AndGoOn_KeepsEveryDocumentInOnePart()
    {
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        for (var start = 0; start < 30; start++)
        {
            var ledger = new SeenLedger(Buffer);
            ledger.Restore(saved.Values);
            for (var number = 0; number < 100; number++)
                ledger.See(Hit($"{start}-{number}", "12:00"), isRemembered: true);
            Keep(saved, ledger.Save());
        }

        saved.Values.Sum(static part => part.Content.Length).Should().BeLessThan(3000 * (SeenEntry.Size + 1));
        var last = new SeenLedger(Buffer);
        last.Restore(saved.Values);
        last.In(All).Should().HaveCount(3000);
        Knows(last, "0-99").Should().BeTrue();
    }

    [Fact]
    public void Purge_ManyDocumentsThatComeMoveAndGo_KnowsWhatADictionaryKnows()
    {
        var random = new Random(3);
        var ledger = new SeenLedger(Buffer);
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var known = new Dictionary<string, (DateTimeOffset Moment, long Version)>(StringComparer.Ordinal);
        for (var step = 0; step < 60; step++)
        {
            for (var number = 0; number < 1000; number++)
            {
                var (id, moment) = (Text(random.Next(40_000)), Clock.At("12:00").AddSeconds((30 * step) + random.Next(60)));
                ledger.See(new Hit(id, "idx", moment, Document.Empty) { SequenceNumber = step }, isRemembered: true);
                known[id] = (moment, step);
            }

            // A bucket goes when all of it is old enough.
            var horizon = Clock.At("12:00").AddSeconds(30 * step) - Buffer;
            ledger.Purge(horizon);
            Keep(saved, ledger.Save());
            foreach (var (id, _) in known.Where(item => item.Value.Moment < horizon.AddSeconds(-112)).ToList())
                known.Remove(id);
        }

        var restored = new SeenLedger(Buffer);
        restored.Restore(saved.Values);

        foreach (var (id, expected) in known.Where(item => item.Value.Moment > Clock.At("12:15")))
        {
            ledger.TryGetSequenceNumber("idx", id, out var version).Should().BeTrue();
            version.Should().Be(expected.Version);
            restored.TryGetSequenceNumber("idx", id, out version).Should().BeTrue();
            version.Should().Be(expected.Version);
        }

        restored.In(All).Order().Should().Equal(ledger.In(All).Order());
        ledger.In(All).Count().Should().Be(ledger.Count).And.BeLessThan(40_000);
        Enumerable.Range(40_000, 1000).Should().NotContain(number => Knows(ledger, Text(number)));
    }

    [Fact]
    public void In_Window_TellsMomentsToTheMillisecondAndVersions()
    {
        var ledger = new SeenLedger(Buffer);
        ledger.See(new Hit("a", "idx", Clock.At("12:00").AddTicks(12_345_678), Document.Empty) { SequenceNumber = 5 }, isRemembered: true);
        ledger.See(new Hit("b", "idx", DateTimeOffset.UnixEpoch.AddYears(-9), Document.Empty), isRemembered: true);

        ledger.In(new TimeWindow(Clock.At("11:59"), Clock.At("12:01"))).Should().Equal((Clock.At("12:00").AddMilliseconds(1234), 5L));
        ledger.In(All).Should().Contain((DateTimeOffset.UnixEpoch.AddYears(-9), -1L));
    }

    [Fact]
    public void Restore_UnderAnotherSpan_KeepsTheDocumentsAndReplacesTheParts()
    {
        var ledger = new SeenLedger(Buffer);
        ledger.See(Hit("a", "12:00"), isRemembered: true);
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        Keep(saved, ledger.Save());
        var wider = new SeenLedger(TimeSpan.FromHours(4));
        wider.Restore(saved.Values);

        Knows(wider, "a").Should().BeTrue();
        Keep(saved, wider.Save());
        var again = new SeenLedger(TimeSpan.FromHours(4));
        again.Restore(saved.Values);
        Knows(again, "a").Should().BeTrue();
        again.Save().Should().BeEmpty();
        again.Purge(Clock.At("13:00"));
        Keep(saved, again.Save());

        saved.Keys.Should().Equal("seen/key");
    }

    [Fact]
    public void Clear_ThenTheSameDocuments_AreSavedAnew()
    {
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var ledger = new SeenLedger(Buffer);
        ledger.See(Hit("a", "12:00"), isRemembered: true);
        ledger.See(Hit("b", "12:10"), isRemembered: true);
        Keep(saved, ledger.Save());

        ledger.Clear();
        ledger.See(Hit("c", "12:00"), isRemembered: true);
        Keep(saved, ledger.Save());

        var restored = new SeenLedger(Buffer);
        restored.Restore(saved.Values);
        restored.Count.Should().Be(1);
        Knows(restored, "c").Should().BeTrue();
    }

    [Theory]
    [InlineData("seen/112.1-1")]
    [InlineData("seen/112.1")]
    public void Restore_DamagedPart_SaysWhichOne(string name)
    {
        var ledger = new SeenLedger(Buffer);

        ledger.Invoking(it => it.Restore([new StatePart(name, new byte[] { 9, 9 })]))
            .Should().Throw<StateFormatException>().WithMessage($"The saved part '{name}' cannot be read:*");
    }

    private static void Keep(Dictionary<string, StatePart> saved, IReadOnlyList<StatePart> changes)
    {
        foreach (var part in changes)
        {
            if (part.Content.IsEmpty)
                saved.Remove(part.Name);
            else
                saved[part.Name] = part;
        }
    }

    private static bool Knows(SeenLedger ledger, string id) => ledger.TryGetSequenceNumber("idx", id, out _);

    private static Hit Hit(string id, string time, int minutes = 0, long sequenceNumber = 1) =>
        new(id, "idx", Clock.At(time).AddMinutes(minutes), Document.Empty) { SequenceNumber = sequenceNumber };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
