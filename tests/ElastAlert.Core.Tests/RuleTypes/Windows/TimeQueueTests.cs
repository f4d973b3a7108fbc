using ElastAlert.RuleTypes.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class TimeQueueTests
{
    [Fact]
    public void Add_TimesInAnyOrder_StaysSortedAndStable() =>
        Prop.ForAll<byte[]>(times =>
        {
            var queue = new TimeQueue<Number>();

            for (var place = 0; place < times.Length; place++)
                queue.Add(times[place], new Number(place));

            var expected = times.Select((time, place) => (Time: (long)time, Item: new Number(place))).OrderBy(item => item.Time).ToList();
            Items(queue).Should().Equal(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void DropOldest_MixedWithAdd_BehavesAsASortedList() =>
        Prop.ForAll<(byte Time, bool Takes)[]>(steps =>
        {
            var queue = new TimeQueue<Number>();
            var model = new List<(long Time, Number Item)>();
            for (var place = 0; place < steps.Length; place++)
            {
                if (steps[place].Takes && model.Count > 0)
                {
                    queue.Oldest.Should().Be(model[0]);
                    queue.DropOldest();
                    model.RemoveAt(0);
                    continue;
                }

                queue.Add(steps[place].Time, new Number(place));
                model.Insert(model.TakeWhile(item => item.Time <= steps[place].Time).Count(), (steps[place].Time, new Number(place)));
            }

            Items(queue).Should().Equal(model);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void DropOldest_AfterManyItems_GivesMemoryBack()
    {
        var queue = new TimeQueue<Number>();
        for (var time = 0; time < 100_000; time++)
            queue.Add(time, new Number(time));

        while (queue.Count > 3)
            queue.DropOldest();

        queue.Capacity.Should().BeLessThan(100);
        Items(queue).Select(item => item.Item.Value).Should().Equal(99_997, 99_998, 99_999);
    }

    private static List<(long Time, Number Item)> Items(TimeQueue<Number> queue) => [.. queue.Items];

    private readonly record struct Number(int Value) : IQueueItem<Number>
    {
        public static int BlockSize => 4;

        public static Number Read(StateReader reader, long time) => new((int)reader.Signed());

        public void Write(StateWriter writer, long time) => writer.Signed(Value);
    }
}
