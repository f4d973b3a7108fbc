using System.Globalization;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Searching;

/// <summary>Keeps points in time and scrolls until they are closed or expire.</summary>
internal sealed class OpenContexts(TimeProvider clock)
{
    private const string ScrollPrefix = "scroll-";
    private const string PointInTimePrefix = "pit-";
    private readonly Dictionary<string, OpenContext> _contexts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _opened;

    public OpenContext Open(IReadOnlyList<IndexView> views, TimeSpan keepAlive, SearchBody? scrolled = null)
    {
        lock (_lock)
        {
            DropExpired();
            var id = (scrolled is null ? PointInTimePrefix : ScrollPrefix) + (++_opened).ToString("D12", CultureInfo.InvariantCulture);
            return _contexts[id] = new OpenContext(id, views) { Search = scrolled, ExpiresAt = clock.GetUtcNow() + keepAlive };
        }
    }

    public OpenContext Use(string id, TimeSpan? keepAlive)
    {
        CheckForm(id);
        lock (_lock)
        {
            DropExpired();
            if (!_contexts.TryGetValue(id, out var context))
                throw new ShardFailure(404, "search_context_missing_exception", $"No search context found for id [{id}]");
            var until = clock.GetUtcNow() + (keepAlive ?? TimeSpan.Zero);
            if (until > context.ExpiresAt)
                context.ExpiresAt = until;
            return context;
        }
    }

    /// <summary>Gives a state up.</summary>
    /// <returns>How many indices it held.</returns>
    public int Close(string id)
    {
        CheckForm(id);
        lock (_lock)
            return _contexts.Remove(id, out var context) ? context.Views.Count : 0;
    }

    public int CloseScrolls()
    {
        lock (_lock)
            return _contexts.Values.Where(context => context.Search is not null).ToList().Sum(context => Close(context.Id));
    }

    private static void CheckForm(string id)
    {
        if (!id.StartsWith(ScrollPrefix, StringComparison.Ordinal) && !id.StartsWith(PointInTimePrefix, StringComparison.Ordinal))
            throw RequestFailure.Illegal("Cannot parse scroll id");
    }

    private void DropExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var context in _contexts.Values.Where(context => context.ExpiresAt < now).ToList())
            _contexts.Remove(context.Id);
    }
}
