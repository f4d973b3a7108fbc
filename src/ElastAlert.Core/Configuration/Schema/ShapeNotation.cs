using System.Globalization;

namespace ElastAlert.Configuration.Schema;

/// <summary>Reads the notation of <c>options.yaml</c>, which says at its top what the words mean.</summary>
internal sealed class ShapeNotation
{
    private readonly Dictionary<string, ValueShape> _named = new(StringComparer.Ordinal)
    {
        ["text"] = KindShape.Text,
        ["flag"] = KindShape.Flag,
        ["number"] = KindShape.Number,
        ["any"] = KindShape.Any,
        ["map"] = KindShape.Map,
        ["list"] = KindShape.List,
        ["whole"] = new WholeNumberShape(),
        ["texts"] = new EitherShape([KindShape.Text, new ItemsShape(OptionKind.List, KindShape.Text)]),
        ["duration"] = new DurationShape(orSchedule: false),
        ["duration or schedule"] = new DurationShape(orSchedule: true),
    };

    public void Name(string name, OptionMap members)
    {
        var shapes = members.ToDictionary(member => member.Key.TrimEnd('!'), member => Shape((string)member.Value.Value!), StringComparer.Ordinal);
        _named[name] = new RecordShape(shapes, [.. members.Keys.Where(key => key.EndsWith('!')).Select(key => key.TrimEnd('!'))]);
    }

    public ValueShape Shape(string notation)
    {
        if (_named.TryGetValue(notation, out var named))
            return named;
        if (After(notation, "one of ") is { } choices)
            return new ChoiceShape(choices.Split(' '));
        if (Items(notation) is { } items)
            return items;
        if (notation.IndexOf(" or ", StringComparison.Ordinal) is var or && or > 0)
            return new EitherShape([Shape(notation[..or]), Shape(notation[(or + 4)..])]);
        if (After(notation, "whole ") is { } bounds)
            return Whole(bounds.Split(".."));
        return notation.EndsWith('+')
            ? new FilledShape(Shape(notation[..^1]))
            : throw new FormatException($"'{notation}' is not a notation of options.yaml");
    }

    private ValueShape? Items(string notation)
    {
        foreach (var (word, kind) in new[] { ("list", OptionKind.List), ("map", OptionKind.Map) })
        {
            if (After(notation, word + " of ") is { } item)
                return new ItemsShape(kind, Shape(item));
            if (After(notation, word + "+ of ") is { } filledItem)
                return new FilledShape(new ItemsShape(kind, Shape(filledItem)));
        }

        return null;
    }

    private static WholeNumberShape Whole(string[] bounds) =>
        new(long.Parse(bounds[0], CultureInfo.InvariantCulture), bounds[1].Length == 0 ? null : long.Parse(bounds[1], CultureInfo.InvariantCulture));

    private static string? After(string notation, string prefix) =>
        notation.StartsWith(prefix, StringComparison.Ordinal) ? notation[prefix.Length..] : null;
}
