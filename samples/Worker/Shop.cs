using System.Globalization;
using ElastAlert.Embedded;

namespace ElastAlert.Samples.Worker;

/// <summary>Writes a log line now and then, so that the rules have something to look at.</summary>
internal sealed class Shop : IDisposable
{
    private readonly EmbeddedSearch _search;
    private readonly TimeProvider _time;
    private readonly Random _chance = new(7);
    private readonly ITimer _timer;

    public Shop(EmbeddedSearch search, TimeProvider time)
    {
        (_search, _time) = (search, time);
        _timer = time.CreateTimer(_ => Write(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    public void Dispose() => _timer.Dispose();

    private void Write()
    {
        var level = _chance.Next(5) == 0 ? "error" : "info";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"@timestamp":"{{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}}","level":"{{level}}","host":"web-{{_chance.Next(3)}}","duration_ms":{{_chance.Next(1000)}}}""");
        _search.Index("shop-1", line);
    }
}
