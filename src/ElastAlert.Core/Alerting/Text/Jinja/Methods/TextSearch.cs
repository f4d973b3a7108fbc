using System.Numerics;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Methods;

/// <summary>Looks for texts in texts; places are counted in code points.</summary>
internal static class TextSearch
{
    public static object? Find(RenderContext context, string text, object?[] arguments) => (long)IndexOf(context, text, arguments, fromEnd: false);

    public static object? FindLast(RenderContext context, string text, object?[] arguments) => (long)IndexOf(context, text, arguments, fromEnd: true);

    public static object? Index(RenderContext context, string text, object?[] arguments) => Found(IndexOf(context, text, arguments, fromEnd: false));

    public static object? IndexLast(RenderContext context, string text, object?[] arguments) => Found(IndexOf(context, text, arguments, fromEnd: true));

    public static object? Count(RenderContext context, string text, object?[] arguments)
    {
        var part = Argument.Text(arguments[0]);
        if (!TrySpan(text, arguments, out var span, out _))
            return 0L;
        return (long)Occurrences(context, span, part);
    }

    public static object? StartsWith(RenderContext context, string text, object?[] arguments) => TrySpan(text, arguments, out var span, out _)
        && Alternatives(arguments[0]).Any(prefix => span.StartsWith(prefix, StringComparison.Ordinal));

    public static object? EndsWith(RenderContext context, string text, object?[] arguments) => TrySpan(text, arguments, out var span, out _)
        && Alternatives(arguments[0]).Any(suffix => span.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>Counts how often a text occurs without overlaps; nothing occurs around every character.</summary>
    public static int Occurrences(RenderContext context, string text, string part)
    {
        if (part.Length == 0)
            return CodePoints.Count(text) + 1;
        context.ChargeSearch(text.Length, part.Length);
        var count = 0;
        for (var index = text.IndexOf(part, StringComparison.Ordinal); index >= 0; index = text.IndexOf(part, index + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static long Found(int index) => index >= 0 ? index : throw PythonException.Value("substring not found");

    private static int IndexOf(RenderContext context, string text, object?[] arguments, bool fromEnd)
    {
        var part = Argument.Text(arguments[0]);
        if (!TrySpan(text, arguments, out var span, out var start))
            return -1;
        context.ChargeSearch(span.Length, part.Length);
        var index = fromEnd ? span.LastIndexOf(part, StringComparison.Ordinal) : span.IndexOf(part, StringComparison.Ordinal);
        return index < 0 ? -1 : start + CodePoints.IndexOf(span, index);
    }

    private static IEnumerable<string> Alternatives(object? value) => value is PythonTuple tuple
        ? tuple.Items.Select(Argument.Text)
        : [Argument.TryText(value) ?? throw PythonException.Type($"first arg must be str or a tuple of str, not {PythonType.NameOf(value)}")];

    /// <summary>Cuts out the part between the second and third argument; <see langword="false"/> when it begins after the end.</summary>
    private static bool TrySpan(string text, object?[] arguments, out string span, out int start)
    {
        (span, start) = (text, 0);
        if (arguments[1] is null && arguments[2] is null)
            return true;
        var count = CodePoints.Count(text);
        start = Place(arguments[1], 0, count);
        var end = Math.Min(Place(arguments[2], count, count), count);
        if (start > count || start > end)
            return false;
        span = CodePoints.Range(text, start, end);
        return true;
    }

    private static int Place(object? value, int absent, int count)
    {
        var place = (BigInteger)Argument.Int(value, absent);
        return (int)BigInteger.Max(0, place.Sign < 0 ? place + count : place);
    }
}
