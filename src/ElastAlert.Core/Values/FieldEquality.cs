using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Compares JSON values as Python does: 1 equals 1.0 and true, lists item by item, objects by their members (rule-types.md 1.3).</summary>
public static class FieldEquality
{
    /// <summary>Returns whether two values are equal; nothing equals null.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool AreEqual(JsonElement left, JsonElement right) => left.ValueKind switch
    {
        JsonValueKind.Array => right.ValueKind == JsonValueKind.Array && AreItemsEqual(left, right),
        JsonValueKind.Object => right.ValueKind == JsonValueKind.Object && AreMembersEqual(left, right),
        _ => right.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
            && new FieldValue(left).ToKey() == new FieldValue(right).ToKey(),
    };

    private static bool AreItemsEqual(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
            return false;
        using var rights = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            rights.MoveNext();
            if (!AreEqual(item, rights.Current))
                return false;
        }

        return true;
    }

    private static bool AreMembersEqual(JsonElement left, JsonElement right)
    {
        if (left.GetPropertyCount() != right.GetPropertyCount())
            return false;
        foreach (var member in left.EnumerateObject())
        {
            if (!right.TryGetProperty(member.Name, out var value) || !AreEqual(member.Value, value))
                return false;
        }

        return true;
    }
}
