using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Is a path to a value in JSON: <c>/user/roles/0</c> (RFC 6901).</summary>
internal sealed class JsonPointer
{
    private readonly IReadOnlyList<string> _steps;

    private JsonPointer(IReadOnlyList<string> steps) => _steps = steps;

    /// <summary>Reads a pointer; one that is not empty begins with a slash.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPointer? pointer)
    {
        pointer = text.Length == 0 || text[0] == '/' ? new JsonPointer([.. text.Split('/').Skip(1).Select(Unescaped)]) : null;
        return pointer is not null;
    }

    /// <summary>Returns the value, or <see langword="null"/> where there is none.</summary>
    public JsonElement? Find(JsonElement root)
    {
        foreach (var step in _steps)
        {
            if (!TryStep(root, step, out root))
                return null;
        }

        return root.ValueKind == JsonValueKind.Null ? null : root;
    }

    private static bool TryStep(JsonElement value, string step, out JsonElement next)
    {
        next = default;
        if (value.ValueKind == JsonValueKind.Object)
            return value.TryGetProperty(step, out next);
        if (value.ValueKind != JsonValueKind.Array || Index(step) is not { } index || index >= value.GetArrayLength())
            return false;
        next = value[index];
        return true;
    }

    // An index has no leading zeros.
    private static int? Index(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (step.Length == 1 || step[0] != '0') ? index : null;

    private static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
