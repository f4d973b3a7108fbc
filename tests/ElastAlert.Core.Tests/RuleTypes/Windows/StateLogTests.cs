using ElastAlert.RuleTypes.Windows;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class StateLogTests
{
    private readonly StateLog _log = new(version: 1);
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _store = [];

    [Fact]
    public void Save_NothingChanged_ReturnsNothing()
    {
        _log.Add(new NumberRecord(1));
        Save();

        _log.Save().Should().BeEmpty();
    }

    [Fact]
    public void Save_OneOfManyRecordsChanged_WritesLittle()
    {
        var records = Enumerable.Range(0, 100_000).Select(number => new NumberRecord(number)).ToList();
        records.ForEach(_log.Add);
        var all = Save();
        records[77].Number = 5;
        _log.MarkChanged(records[77]);

        var one = Save();

        all.Should().BeGreaterThan(500_000);
        one.Should().BeLessThan(50);
        Restored().Should().Equal(records.Select(record => record.Number));
    }

    [Fact]
    public void Save_ManyTimes_KeepsFewPartsAndWritesEachRecordSeldom()
    {
        var records = Enumerable.Range(0, 1_000).Select(number => new NumberRecord(number)).ToList();
        records.ForEach(_log.Add);
        Save();
        var written = 0;
        for (var round = 0; round < 1_000; round++)
        {
            for (var place = 0; place < 10; place++)
            {
                var record = records[(round * 37 + place * 101) % records.Count];
                record.Number++;
                _log.MarkChanged(record);
            }

            written += Save();
        }

        _store.Should().HaveCountLessThan(25);
        (written / 10_000).Should().BeLessThan(10 * 12, "a record of some ten bytes is written about as often as its part doubles");
        Restored().Should().Equal(records.Select(record => record.Number));
    }

    [Fact]
    public void Save_RecordsRemoved_AreGoneAfterARestore()
    {
        var records = Enumerable.Range(0, 100).Select(number => new NumberRecord(number)).ToList();
        records.ForEach(_log.Add);
        Save();
        foreach (var record in records.Where(record => record.Number % 3 != 0))
        {
            _log.Remove(record);
            Save();
        }

        Restored().Should().Equal(records.Select(record => record.Number).Where(number => number % 3 == 0));
    }

    [Fact]
    public void Save_AfterARestore_GoesOnWhereItWas()
    {
        _log.Add(new NumberRecord(1));
        Save();
        var second = new StateLog(version: 1);
        second.Restore(Parts(), static records =>
        {
            foreach (var record in records.OfKind(StateRecordKind.Key))
                record.Attach(new NumberRecord(record.Open().Signed()));
        });
        second.Add(new NumberRecord(2));
        Store(second.Save());

        Restored().Should().Equal(1, 2);
    }

    [Fact]
    public void Restore_AnotherVersion_IsRefusedWithTheCure()
    {
        _log.Add(new NumberRecord(1));
        Save();

        var restore = () => new StateLog(version: 2).Restore(Parts(), static _ => { });

        restore.Should().Throw<StateFormatException>().WithMessage("*has version 1*reads version 2*remove the state*");
    }

    [Fact]
    public void Restore_CutContent_IsRefused()
    {
        _log.Add(new NumberRecord(1));
        Save();
        var (name, content) = _store.Single();

        var restore = () => new StateLog(version: 1).Restore([new StatePart(name, content[..^1])], static _ => { });

        restore.Should().Throw<StateFormatException>().WithMessage("*damaged*");
    }

    private int Save() => Store(_log.Save());

    private int Store(IReadOnlyList<StatePart> parts)
    {
        foreach (var part in parts)
        {
            _store.Remove(part.Name);
            if (!part.Content.IsEmpty)
                _store.Add(part.Name, part.Content);
        }

        return parts.Sum(part => part.Content.Length);
    }

    private StatePart[] Parts() => [.. _store.Select(part => new StatePart(part.Key, part.Value))];

    private List<long> Restored()
    {
        var numbers = new List<long>();
        new StateLog(version: 1).Restore(Parts(), records =>
            numbers.AddRange(records.OfKind(StateRecordKind.Key).Select(record => record.Open().Signed())));
        return numbers;
    }

    private sealed class NumberRecord(long number) : StateRecord
    {
        public long Number { get; set; } = number;

        public override void Write(StateWriter writer)
        {
            writer.Number((long)StateRecordKind.Key);
            writer.Signed(Number);
        }
    }
}
