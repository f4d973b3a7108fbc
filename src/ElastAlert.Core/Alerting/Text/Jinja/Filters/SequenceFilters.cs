using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters on lists and other values with members.</summary>
internal static class SequenceFilters
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("length", [], static (_, value, _) => (long)Iteration.Length(value)),
        new("count", [], static (_, value, _) => (long)Iteration.Length(value)),
        new("list", [], static (context, value, _) => new PythonList(Iteration.ToList(value, context))),
        new("first", [], First),
        new("last", [], Last),
        new("random", [], PickAtRandom),
        new("reverse", [], Reverse),
        new("join", [("d", ""), ("attribute", null)], Join),
        new("sum", [("attribute", null), ("start", 0L)], Sum),
        new("batch", ["linecount", ("fill_with", null)], static (context, value, a) => new PythonIterator(Batch(context, value, a[0], a[1]))),
        new("slice", ["slices", ("fill_with", null)], static (context, value, a) => new PythonIterator(Slice(context, value, a[0], a[1]))),
        new("items", [], static (context, value, _) => new PythonIterator(Items(context, value))),
    ];

    private static object? First(RenderContext context, object? value, object?[] arguments)
    {
        using var items = Iteration.Of(value, context).GetEnumerator();
        return items.MoveNext() ? items.Current : new Undefined("No first item, sequence was empty.");
    }

    private static object? Last(RenderContext context, object? value, object?[] arguments)
    {
        var items = Reversed(value, context) ?? throw PythonException.Type($"'{PythonType.NameOf(value)}' object is not reversible");
        using var members = items.GetEnumerator();
        return members.MoveNext() ? members.Current : new Undefined("No last item, sequence was empty.");
    }

    private static object? PickAtRandom(RenderContext context, object? value, object?[] arguments)
    {
        var count = Iteration.Length(value);
        if (count == 0)
            return new Undefined("No random item, sequence was empty.");
        return Subscript.Item(value, (long)context.Random.Next(count), context);
    }

    private static object? Reverse(RenderContext context, object? value, object?[] arguments)
    {
        if (Argument.TryText(value) is { } text)
        {
            var reversed = string.Concat(CodePoints.Split(text).Reverse());
            return value is Markup ? new Markup(reversed) : reversed;
        }

        if (Reversed(value, context) is { } items)
            return new PythonIterator(items, $"{PythonType.NameOf(value)}_reverseiterator");
        if (Iteration.TryOf(value, context) is null)
            throw JinjaErrors.Argument("argument must be iterable");
        var list = Iteration.ToList(value, context);
        list.Reverse();
        return new PythonList(list);
    }

    /// <summary>Returns the members of a value that knows them all, the last first.</summary>
    private static IEnumerable<object?>? Reversed(object? value, RenderContext context) => value switch
    {
        PythonSequence sequence => ReversedItems(sequence, context),
        PythonDict dict => PythonView.Keys(dict).Reversed(),
        PythonView view => view.Reversed(),
        Undefined => [],
        Markup markup => CodePoints.Split(markup.Text).Reverse().Select(letter => new Markup(letter)),
        string text => CodePoints.Split(text).Reverse(),
        _ => null,
    };

    private static IEnumerable<object?> ReversedItems(PythonSequence sequence, RenderContext context)
    {
        for (var index = sequence.Items.Count - 1; index >= 0; index--)
        {
            context.Charge(1);
            if (index < sequence.Items.Count)
                yield return sequence.Items[index];
        }
    }

    private static object Join(RenderContext context, object? value, object?[] arguments)
    {
        var items = Iteration.Of(value, context);
        if (arguments[1] is not null)
            items = items.Select(AttributePath.Of(arguments[1], context).Find);
        if (!context.Autoescape)
            return Joined(context, context.Str(arguments[0]), items.Select(context.Str));

        var list = items.ToList();
        if (arguments[0] is not Markup && !list.Any(item => item is Markup))
            return Joined(context, context.Str(arguments[0]), list.Select(context.Str));
        var separator = Markup.Escape(arguments[0], context).Text;
        return new Markup(Joined(context, separator, list.Select(item => Markup.Escape(item, context).Text)));
    }

    private static string Joined(RenderContext context, string separator, IEnumerable<string> texts)
    {
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var isFirst = true;
        foreach (var text in texts)
        {
            if (!isFirst)
                writer.Append(separator);
            isFirst = false;
            writer.Append(text);
        }

        return writer.ToString();
    }

    private static object? Sum(RenderContext context, object? value, object?[] arguments)
    {
        if (Argument.TryText(arguments[1]) is not null)
            throw PythonException.Type("sum() can't sum strings [use ''.join(seq) instead]");
        var items = Iteration.Of(value, context);
        if (arguments[0] is not null)
            items = items.Select(AttributePath.Of(arguments[0], context).Find);
        return items.Aggregate(arguments[1], (sum, item) => Arithmetic.Add(sum, item, context));
    }

    private static IEnumerable<object?> Batch(RenderContext context, object? value, object? lineCount, object? fill)
    {
        var batch = new List<object?>();
        foreach (var item in Iteration.Of(value, context))
        {
            if (context.Comparer.AreEqual((long)batch.Count, lineCount))
            {
                yield return new PythonList(batch);
                batch = [];
            }

            batch.Add(item);
        }

        if (batch.Count == 0)
            yield break;
        if (fill is not null && Comparison.Less((long)batch.Count, lineCount, context))
        {
            var size = Argument.Int(lineCount);
            context.CheckCount(size);
            batch.AddRange(Enumerable.Repeat(fill, size - batch.Count));
        }

        yield return new PythonList(batch);
    }

    private static IEnumerable<object?> Slice(RenderContext context, object? value, object? slices, object? fill)
    {
        var items = Iteration.ToList(value, context);
        var count = Argument.Int(slices);
        if (count == 0)
            throw PythonException.ZeroDivision("integer division or modulo by zero");
        var (size, extra) = Math.DivRem(items.Count, count);
        var start = 0;
        for (var number = 0; number < count; number++)
        {
            context.Charge(1);
            var length = size + (number < extra ? 1 : 0);
            var slice = items.GetRange(start, length);
            start += length;
            if (fill is not null && number >= extra)
                slice.Add(fill);
            yield return new PythonList(slice);
        }
    }

    private static IEnumerable<object?> Items(RenderContext context, object? value)
    {
        if (value is Undefined)
            return [];
        return value is PythonDict dict
            ? PythonView.Items(dict).Enumerate(context)
            : throw PythonException.Type("Can only get item pairs from a mapping.");
    }
}
