using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Turns JSON and rule options into values; numbers keep their kind.</summary>
internal static class PythonValue
{
    public static object? FromJson(JsonElement element, PythonComparer comparer) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new PythonList([.. element.EnumerateArray().Select(item => FromJson(item, comparer))]),
        JsonValueKind.Object => Dict(element.EnumerateObject().Select(member => (member.Name, FromJson(member.Value, comparer))), comparer),
        _ => null,
    };

    public static object? FromOption(OptionValue option, PythonComparer comparer) => option.Value switch
    {
        IReadOnlyList<OptionValue> items => new PythonList([.. items.Select(item => FromOption(item, comparer))]),
        OptionMap members => Dict(members.Select(member => (member.Key, FromOption(member.Value, comparer))), comparer),
        var scalar => scalar,
    };

    private static PythonDict Dict(IEnumerable<(string Key, object? Value)> members, PythonComparer comparer)
    {
        var dict = new PythonDict(comparer);
        foreach (var (key, value) in members)
            dict[key] = value;
        return dict;
    }

    private static object Number(JsonElement element)
    {
        var text = element.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return PythonInteger.Normalize(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }
}
