using System.Text.Json;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Core.Tests.Alerting.Text.Jinja;

/// <summary>Gives templates the members of a JSON object.</summary>
internal sealed class JsonVariables(JsonElement root) : IJinjaVariables
{
    public static JsonVariables Parse(string json) => new(JsonDocument.Parse(json).RootElement);

    public bool TryGet(string name, RenderContext context, out object? value)
    {
        value = null;
        if (!root.TryGetProperty(name, out var member))
            return false;
        value = PythonValue.FromJson(member, context.Comparer);
        return true;
    }
}
