using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters that compare members with each other.</summary>
internal static class SortingFilters
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("sort", [("reverse", false), ("case_sensitive", false), ("attribute", null)], Sort),
        new("unique", [("case_sensitive", false), ("attribute", null)], static (context, value, a) => new PythonIterator(Unique(context, value, a))),
        new("min", [("case_sensitive", false), ("attribute", null)], static (context, value, a) => Extreme(context, value, a, isGreatest: false)),
        new("max", [("case_sensitive", false), ("attribute", null)], static (context, value, a) => Extreme(context, value, a, isGreatest: true)),
        new("groupby", ["attribute", ("default", null), ("case_sensitive", false)], GroupBy),
        new("dictsort", [("case_sensitive", false), ("by", "key"), ("reverse", false)], SortDict),
    ];

    private static PythonList Sort(RenderContext context, object? value, object?[] arguments)
    {
        var ignoresCase = !Argument.Flag(arguments[1]);
        object?[] attributes = Argument.TryText(arguments[2]) is { } text ? text.Split(',') : [arguments[2]];
        AttributePath[] paths = [.. attributes.Select(attribute => AttributePath.Of(attribute, context, ignoresCase: ignoresCase))];
        var items = Iteration.ToList(value, context);
        return new PythonList(StableSort.Sort(items, context.Comparer, Argument.Int(arguments[0]) != 0, item => new PythonList([.. paths.Select(path => path.Find(item))])));
    }

    private static IEnumerable<object?> Unique(RenderContext context, object? value, object?[] arguments)
    {
        var path = AttributePath.Of(arguments[1], context, ignoresCase: !Argument.Flag(arguments[0]));
        var seen = new PythonDict(context.Comparer);
        foreach (var item in Iteration.Of(value, context))
        {
            var key = path.Find(item);
            if (seen.ContainsKey(key))
                continue;
            seen[key] = true;
            yield return item;
        }
    }

    private static object? Extreme(RenderContext context, object? value, object?[] arguments, bool isGreatest)
    {
        var path = AttributePath.Of(arguments[1], context, ignoresCase: !Argument.Flag(arguments[0]));
        (object? Key, object? Item)? best = null;
        foreach (var item in Iteration.Of(value, context))
        {
            var key = path.Find(item);
            if (best is null || (isGreatest ? Comparison.Greater(key, best.Value.Key, context) : Comparison.Less(key, best.Value.Key, context)))
                best = (key, item);
        }

        return best is null ? new Undefined("No aggregated item, sequence was empty.") : best.Value.Item;
    }

    private static PythonList GroupBy(RenderContext context, object? value, object?[] arguments)
    {
        var ignoresCase = !Argument.Flag(arguments[2]);
        var path = AttributePath.Of(arguments[0], context, arguments[1], ignoresCase);
        var shown = AttributePath.Of(arguments[0], context, arguments[1]);
        var groups = new List<object?>();
        object? key = null;
        List<object?>? group = null;
        foreach (var item in StableSort.Sort(Iteration.ToList(value, context), context.Comparer, descending: false, path.Find))
        {
            var itemKey = path.Find(item);
            if (group is null || !context.Comparer.AreEqual(key, itemKey))
            {
                group = [];
                groups.Add(new GroupTuple(ignoresCase ? shown.Find(item) : itemKey, new PythonList(group)));
                key = itemKey;
            }

            group.Add(item);
        }

        return new PythonList(groups);
    }

    private static PythonList SortDict(RenderContext context, object? value, object?[] arguments)
    {
        var place = arguments[1] switch
        {
            "key" => 0,
            "value" => 1,
            _ => throw JinjaErrors.Argument("You can only sort by either \"key\" or \"value\""),
        };
        if (value is Undefined missing)
            throw missing.Fail();
        if (value is not PythonDict dict)
            throw PythonException.Attribute($"'{PythonType.NameOf(value)}' object has no attribute 'items'");
        var path = AttributePath.Of((long)place, context, ignoresCase: !Argument.Flag(arguments[0]));
        var pairs = PythonView.Items(dict).Enumerate(context);
        return new PythonList(StableSort.Sort(pairs, context.Comparer, Argument.Int(arguments[2]) != 0, path.Find));
    }
}
