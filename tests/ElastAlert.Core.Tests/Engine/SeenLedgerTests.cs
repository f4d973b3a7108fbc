using ElastAlert.Engine;

namespace ElastAlert.Core.Tests.Engine;

public sealed class SeenLedgerTests
{
    private static readonly TimeSpan Buffer = TimeSpan.FromMinutes(15);

    [Fact]
    public void Contains_SameIdInAnotherIndex_IsAnotherDocument()
    {
        var ledger = new SeenLedger(Buffer);
        ledger.Set(Entry("a", "12:00"));

        ledger.Contains(Entry("a", "12:00")).Should().BeTrue();
        ledger.Contains(new SeenEntry(SeenLedger.Hash("other", "a"), 0, 0)).Should().BeFalse("Q33");
    }

    [Fact]
    public void Save_Incrementally_WritesWhatIsNewOnly()
    {
        var ledger = new SeenLedger(Buffer);
        for (var number = 0; number < 1000; number++)
            ledger.Set(Entry($"{number}", "12:00"));
        var first = ledger.Save();

        ledger.Set(Entry("late", "12:00:10"));
        var second = ledger.Save();

        first.Sum(part => part.Content.Length).Should().BeGreaterThan(32_000);
        second.Sum(part => part.Content.Length).Should().Be(33);
        ledger.Save().Should().BeEmpty();
    }

    [Fact]
    public void Restore_SavedParts_KnowsTheSameDocuments()
    {
        var saved = new Dictionary<string, StatePart>(StringComparer.Ordinal);
        var ledger = new SeenLedger(Buffer);
        for (var minute = 0; minute < 40; minute++)
        {
            for (var number = 0; number < 20; number++)
                ledger.Set(Entry($"{minute}-{number}", "12:00", minute));
            ledger.Set(Entry("moving", "12:00", minute, sequenceNumber: minute));
            ledger.Purge(Clock.At("12:00").AddMinutes(minute) - Buffer);
            Keep(saved, ledger.Save());
        }

        var restored = new SeenLedger(Buffer);
        restored.Restore(saved.Values);

        restored.Count.Should().Be(ledger.Count);
        restored.TryGetSequenceNumber("idx", "moving", out var sequenceNumber).Should().BeTrue();
        sequenceNumber.Should().Be(39);
        restored.Contains(Entry("0-0", "12:00")).Should().BeFalse();
        restored.Contains(Entry("39-0", "12:39")).Should().BeTrue();
        saved.Count.Should().BeLessThan(100);
    }

    [Fact]
    public void Restore_UnderAnotherWidth_KeepsAndForgets()
    {
        var ledger = new SeenLedger(Buffer);
        ledger.Set(Entry("a", "12:00"));
        var saved = ledger.Save();
        var wider = new SeenLedger(TimeSpan.FromHours(4));
        wider.Restore(saved);

        wider.Contains(Entry("a", "12:00")).Should().BeTrue();
        wider.Purge(Clock.At("13:00"));

        wider.Save().Should().ContainSingle().Which.Should().Match<StatePart>(part => part.Name == saved[0].Name && part.Content.IsEmpty);
    }

    [Fact]
    public void Restore_DamagedPart_SaysWhichOne()
    {
        var ledger = new SeenLedger(Buffer);

        ledger.Invoking(it => it.Restore([new StatePart("seen/112.1-1", new byte[] { 9, 9 })]))
            .Should().Throw<StateFormatException>().WithMessage("The saved part 'seen/112.1-1' cannot be read:*");
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

    private static SeenEntry Entry(string id, string time, int minutes = 0, long sequenceNumber = 1) =>
        new(SeenLedger.Hash("idx", id), Clock.At(time).AddMinutes(minutes).UtcTicks, sequenceNumber);
}
