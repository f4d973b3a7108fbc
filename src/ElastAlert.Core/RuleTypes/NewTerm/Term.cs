using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.NewTerm;

/// <summary>Is a value that was seen, or several together; lists and objects count as one value (NT-2).</summary>
/// <param name="Key">The value, or a text that stands for what is no single value.</param>
/// <param name="IsStandIn">Whether <paramref name="Key"/> is such a text.</param>
internal readonly record struct Term(FieldKey Key, bool IsStandIn)
{
    /// <summary>Returns the term of a value.</summary>
    public static Term Of(FieldValue value)
    {
        if (!value.IsContainer)
            return new Term(value.ToKey(), false);
        var text = new StringBuilder();
        Append(text, value.Element);
        return new Term(FieldKey.Of(text.ToString()), true);
    }

    /// <summary>Returns the term of several values together.</summary>
    public static Term Of(IReadOnlyList<FieldValue> parts)
    {
        var text = new StringBuilder().Append('(');
        foreach (var part in parts)
            Append(text, part.Element);
        return new Term(FieldKey.Of(text.Append(')').ToString()), true);
    }

    // Equal values give equal text and others another: texts carry their length, members are sorted, numbers are in plainest form.
    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                    Append(text, item);
                text.Append(']');
                break;
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    AppendScalar(text, member.Name);
                    Append(text, member.Value);
                }

                text.Append('}');
                break;
            default:
                AppendScalar(text, new FieldValue(value).ToKey().ToString());
                break;
        }
    }

    private static void AppendScalar(StringBuilder text, string scalar) => text.Append(scalar.Length).Append(':').Append(scalar);
}
