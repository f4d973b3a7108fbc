using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Finds what an option names by a path: a field of a match, else an option of the rule, also an empty one.</summary>
internal static class FieldOrOption
{
    /// <summary>Returns the value, or <see langword="null"/> where there is neither.</summary>
    public static JsonElement? Find(string name, Document match, OptionMap options)
    {
        var field = match.Find(name);
        if (!field.IsMissing)
            return field.Element;
        return options.TryGetValue(name, out var option) && option.Kind != OptionKind.Null ? option.ToJson() : null;
    }
}
