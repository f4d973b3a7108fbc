using System.Numerics;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Finds members of values: <c>value.name</c>, <c>value[key]</c>, <c>value[start:stop:step]</c>.</summary>
internal static class Subscript
{
    /// <summary>Returns an attribute, else the item of that name, else an undefined value.</summary>
    public static object? Attribute(object? value, string name, RenderContext context)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        return TryAttribute(value, name, context, out var found) || TryItem(value, name, out found) ? found : Undefined.Member(value, name);
    }

    /// <summary>Returns an item, else the attribute of that name, else an undefined value.</summary>
    public static object? Item(object? value, object? key, RenderContext context)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        if (TryItem(value, key, out var found))
            return found;
        var name = key as string ?? (key as PythonObject)?.Text;
        return name is not null && TryAttribute(value, name, context, out found) ? found : Undefined.Member(value, key);
    }

    /// <summary>Finds an attribute; none begins with an underscore.</summary>
    public static bool TryAttribute(object? value, string name, RenderContext context, out object? found)
    {
        found = null;
        if (name.StartsWith('_'))
            return false;
        if (value is IAttributes attributes && attributes.TryGetAttribute(name, context, out found))
            return true;
        found = PythonType.AttributeOf(value, name);
        if (found is not null)
            return true;
        if (!context.Library.TryGetMethod(value, name, out var method))
            return false;
        found = new BoundFunction(method, value);
        return true;
    }

    /// <summary>Returns a slice of a text or a list.</summary>
    public static object? Slice(object? value, object? start, object? stop, object? step, RenderContext context)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        if (Iteration.CountOf(value) is not { } count || value is PythonDict or PythonView or LoopContext)
            throw PythonException.Type($"'{PythonType.NameOf(value)}' object is not subscriptable");
        var by = Index(step) ?? 1;
        if (by.IsZero)
            throw PythonException.Value("slice step cannot be zero");
        var span = SliceSpan.Of(Index(start), Index(stop), by, count);
        if (value is PythonRange range)
            return range.Slice(span);
        context.CheckCount(span.Count);
        return value switch
        {
            PythonList list => new PythonList([.. span.Places.Select(place => list.Items[place])]),
            PythonSequence sequence => new PythonTuple([.. span.Places.Select(place => sequence.Items[place])]),
            Markup markup => new Markup(Letters(markup.Text, span)),
            _ => Letters((string)value!, span),
        };
    }

    private static bool TryItem(object? value, object? key, out object? found)
    {
        found = null;
        return value switch
        {
            PythonDict dict => key is not (PythonList or PythonDict) && dict.TryGetValue(key, out found),
            PythonSequence sequence => TryAt(key, sequence.Items.Count, index => sequence.Items[index], out found),
            string text => TryLetter(text, key, out found),
            Markup markup => TryLetter(markup.Text, key, out found) && (found = new Markup((string)found!)) is not null,
            _ => false,
        };
    }

    private static bool TryLetter(string text, object? key, out object? found) =>
        TryAt(key, CodePoints.Count(text), index => CodePoints.Range(text, index, index + 1), out found);

    private static bool TryAt(object? key, int count, Func<int, object?> at, out object? found)
    {
        found = null;
        if (!PythonInteger.TryGet(key, out var index))
            return false;
        index = index.Sign < 0 ? index + count : index;
        if (index.Sign < 0 || index >= count)
            return false;
        found = at((int)index);
        return true;
    }

    private static BigInteger? Index(object? value)
    {
        if (value is null)
            return null;
        if (value is Undefined missing)
            throw missing.Fail();
        return PythonInteger.TryGet(value, out var index) ? index : throw PythonException.Type("slice indices must be integers or None");
    }

    private static string Letters(string text, SliceSpan span)
    {
        var letters = CodePoints.Split(text);
        return string.Concat(span.Places.Select(place => letters[place]));
    }
}
