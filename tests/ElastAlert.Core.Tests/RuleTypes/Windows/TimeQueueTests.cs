using ElastAlert.RuleTypes.Windows;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.RuleTypes.Windows;

public sealed class TimeQueueTests
{
    private static readonly ItemCodec<int> Codec = new(static (writer, _, item) => writer.Signed(item), static (reader, _) => (int)reader.Signed(), BlockSize: 4);

    [Fact]
    public void Add_TimesInAnyOrder_StaysSortedAndStable() =>
        Prop.ForAll<byte[]>(times =>
        {
            var queue = new TimeQueue<int>(Codec);

            for (var place = 0; place < times.Length; place++)
                queue.Add(times[place], place);

            var expected = times.Select((time, place) => (Time: (long)time, Item: place)).OrderBy(item => item.Time).ToList();
            Items(queue).Should().Equal(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void DropOldest_MixedWithAdd_BehavesAsASortedList() =>
        Prop.ForAll<(byte Time, bool Takes)[]>(steps =>
        {
            var queue = new TimeQueue<int>(Codec);
            var model = new List<(long Time, int Item)>();
            for (var place = 0; place < steps.Length; place++)
            {
                if (steps[place].Takes && model.Count > 0)
                {
                    queue.Oldest.Should().Be(model[0]);
                    queue.DropOldest();
                    model.RemoveAt(0);
                    continue;
                }

                queue.Add(steps[place].Time, place);
                model.Insert(model.TakeWhile(item => item.Time <= steps[place].Time).Count(), (steps[place].Time, place));
            }

            Items(queue).Should().Equal(model);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void DropOldest_AfterManyItems_GivesMemoryBack()
    {
        var queue = new TimeQueue<int>(Codec);
        for (var time = 0; time < 100_000; time++)
            queue.Add(time, time);

        while (queue.Count > 3)
            queue.DropOldest();

        queue.Capacity.Should().BeLessThan(100);
        Items(queue).Select(item => item.Item).Should().Equal(99_997, 99_998, 99_999);
    }

    private static List<(long Time, int Item)> Items(TimeQueue<int> queue) => [.. queue.Items];
}
