using System.Text.Json;
using ElastAlert.RuleTypes.Windows;
using ElastAlert.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class KeyedStatesTests
{
    private static readonly FieldValue[] Keys =
    [
        .. Enumerable.Range(0, 40).Select(number => new FieldValue(JsonElement.Parse($"\"host-{number}\""))),
        .. Enumerable.Range(0, 20).Select(number => new FieldValue(JsonElement.Parse($"{number}"))),
        new(JsonElement.Parse("\"caf\\u00e9\"")),
        new(JsonElement.Parse("\"café au lait\"")),
        new(JsonElement.Parse("""["a", 1]""")),
        FieldValue.Missing,
    ];

    [Fact]
    public void GetOrAddAndRemove_AnyOrder_BehavesAsADictionaryInOrderOfArrival() =>
        Prop.ForAll<(byte Key, byte Step)[]>(steps =>
        {
            var states = new KeyedStates<Note>(new StateLog(version: 1), static (ref Note note) => note = default);
            var model = new List<(FieldKey Key, int Value)>();
            foreach (var ((place, step), value) in steps.Select(static (step, value) => (step, value)))
            {
                var key = Keys[place % Keys.Length];
                var known = model.FindIndex(item => item.Key == key.ToKey());
                var item = states.GetOrAdd(key);
                item.State.Value.Should().Be(known < 0 ? 0 : model[known].Value);
                item.State.Value = value;
                if (known < 0)
                    model.Add((key.ToKey(), value));
                else
                    model[known] = (key.ToKey(), value);
                if (step % 4 > 0)
                    continue;
                states.Remove(item);
                model.RemoveAll(entry => entry.Key == key.ToKey());
            }

            states.Count.Should().Be(model.Count);
            Items(states).Should().Equal(model);
        }).Check(Config.QuickThrowOnFailure.WithEndSize(500));

    [Fact]
    public void Remove_TheCurrentOneWhileGoingThroughThem_GoesOnWithTheNext()
    {
        var states = new KeyedStates<Note>(new StateLog(version: 1), static (ref Note note) => note = default);
        foreach (var key in Keys)
            states.GetOrAdd(key);
        foreach (var item in states)
            states.Remove(item);

        states.Count.Should().Be(0);
        Items(states).Should().BeEmpty();
    }

    private static List<(FieldKey Key, int Value)> Items(KeyedStates<Note> states)
    {
        var items = new List<(FieldKey Key, int Value)>();
        foreach (var item in states)
            items.Add((item.Key, item.State.Value));
        return items;
    }

    private struct Note : IKeyState
    {
        public int Value { get; set; }

        public readonly void Write(StateWriter writer) => writer.Signed(Value);

        public void Read(StateReader reader, RestoredRecords records) => Value = (int)reader.Signed();
    }
}
