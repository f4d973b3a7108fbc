using System.Text.Json;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Says in which order buckets come: by count, key, or a figure of theirs.</summary>
internal sealed class BucketOrder
{
    private readonly List<(string Path, bool IsDescending)> _steps = [];

    private BucketOrder(params IEnumerable<(string Path, bool IsDescending)> steps)
    {
        _steps.AddRange(steps);
        if (!_steps.Any(step => step.Path is "_key" or "_term"))
            _steps.Add(("_key", false));
    }

    public static BucketOrder ByCount { get; } = new([("_count", true)]);

    public static BucketOrder ByKey { get; } = new([("_key", false)]);

    public static BucketOrder Read(JsonElement? order, BucketOrder fallback)
    {
        if (order is not { } given)
            return fallback;
        var parts = given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().SelectMany(part => part.EnumerateObject()) : given.EnumerateObject();
        return new BucketOrder([.. parts.Select(part => (part.Name, IsDescending(part.Value.GetString()!)))]);
    }

    public IEnumerable<Bucket<TKey>> Apply<TKey>(IEnumerable<Bucket<TKey>> buckets, IComparer<TKey>? keys = null)
    {
        var order = keys ?? Comparer<TKey>.Default;
        var list = buckets.ToList();
        CheckFigures(list);
        list.Sort((left, right) => Compare(left, right, order));
        return list;
    }

    private static bool IsDescending(string direction) => direction.ToLowerInvariant() switch
    {
        "asc" => false,
        "desc" => true,
        _ => throw RequestFailure.Parsing($"Unknown order direction [{direction}]"),
    };

    // Sorting would hide what is wrong with a path behind an error of its own.
    private void CheckFigures<TKey>(List<Bucket<TKey>> buckets)
    {
        foreach (var (path, _) in _steps.Where(step => step.Path is not ("_count" or "_key" or "_term")))
            buckets.FirstOrDefault()?.Children.Figure(path);
    }

    private int Compare<TKey>(Bucket<TKey> left, Bucket<TKey> right, IComparer<TKey> keys)
    {
        foreach (var (path, isDescending) in _steps)
        {
            var order = path switch
            {
                "_count" => left.Count.CompareTo(right.Count),
                "_key" or "_term" => keys.Compare(left.Key, right.Key),
                _ => CompareFigures(left.Children.Figure(path), right.Children.Figure(path), isDescending),
            };
            if (order != 0)
                return isDescending ? -order : order;
        }

        return 0;
    }

    // Buckets without a figure come last in either direction.
    private static int CompareFigures(double left, double right, bool isDescending)
    {
        if (double.IsNaN(left) || double.IsNaN(right))
            return double.IsNaN(left) == double.IsNaN(right) ? 0 : double.IsNaN(left) != isDescending ? 1 : -1;
        return left.CompareTo(right);
    }
}
