using System.Numerics;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Lists the methods of lists, and those that tuples and ranges share with them.</summary>
internal static class ListMethods
{
    public static IReadOnlyList<NativeFunction> Shared { get; } =
    [
        new("count", ["value"], static (context, self, a) => (long)((PythonSequence)self!).Items.Count(item => context.Comparer.AreEqual(item, a[0]))),
        new("index", ["value", ("start", null), ("stop", null)], static (context, self, a) => Index(context, self, a)),
    ];

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        .. Shared,
        Changing("append", ["object"], static (context, list, a) => Grow(context, list, list.Count, [a[0]])),
        Changing("extend", ["iterable"], static (context, list, a) => Grow(context, list, list.Count, Iteration.ToList(a[0], context))),
        Changing("insert", ["index", "object"], static (context, list, a) => Grow(context, list, Place(a[0], list.Count), [a[1]])),
        Changing("clear", [], static (_, list, _) => list.Clear()),
        Changing("reverse", [], static (_, list, _) => list.Reverse()),
        Changing("remove", ["value"], Remove),
        Changing("sort", [("key", null), ("reverse", false)], Sort),
        new("pop", [("index", -1L)], Pop),
        new("copy", [], static (context, self, _) => new PythonList([.. ((PythonList)self!).Items])),
    ];

    private static NativeFunction Changing(string name, IReadOnlyList<Parameter> parameters, Action<RenderContext, List<object?>, object?[]> body) =>
        new(name, name == "sort" ? parameters : Parameter.ByPlace(parameters), (context, self, arguments) =>
        {
            body(context, ((PythonList)self!).Mutable, arguments);
            return null;
        });

    private static void Grow(RenderContext context, List<object?> list, int place, List<object?> items)
    {
        if (list.Count + items.Count > context.Limits.MaxItems)
            context.CheckCount(list.Count + items.Count);
        list.InsertRange(place, items);
    }

    private static int Place(object? index, int count)
    {
        var place = (BigInteger)Argument.Int(index);
        return (int)BigInteger.Clamp(place.Sign < 0 ? place + count : place, 0, count);
    }

    private static void Remove(RenderContext context, List<object?> list, object?[] arguments)
    {
        var index = list.FindIndex(item => context.Comparer.AreEqual(item, arguments[0]));
        if (index < 0)
            throw PythonException.Value("list.remove(x): x not in list");
        list.RemoveAt(index);
    }

    private static void Sort(RenderContext context, List<object?> list, object?[] arguments)
    {
        if (arguments[0] is not null)
            throw PythonException.Type("sort() takes no key here; the filter sort has an attribute");
        var sorted = StableSort.Sort(list, context.Comparer, Argument.Flag(arguments[1]));
        list.Clear();
        list.AddRange(sorted);
    }

    private static object? Pop(RenderContext context, object? self, object?[] arguments)
    {
        var list = ((PythonList)self!).Mutable;
        if (list.Count == 0)
            throw PythonException.Index("pop from empty list");
        var index = (long)Argument.Int(arguments[0]);
        index = index < 0 ? index + list.Count : index;
        if (index < 0 || index >= list.Count)
            throw PythonException.Index("pop index out of range");
        var item = list[(int)index];
        list.RemoveAt((int)index);
        return item;
    }

    private static long Index(RenderContext context, object? self, object?[] arguments)
    {
        var items = ((PythonSequence)self!).Items;
        var end = arguments[2] is null ? items.Count : Place(arguments[2], items.Count);
        for (var index = arguments[1] is null ? 0 : Place(arguments[1], items.Count); index < end; index++)
        {
            if (context.Comparer.AreEqual(items[index], arguments[0]))
                return index;
        }

        throw PythonException.Value($"{ValueText.Repr(arguments[0], context.Limits.MaxTextLength)} is not in list");
    }
}
