using System.Text;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Writes the top counts of a match: the most frequent values of fields, the most frequent first.</summary>
internal static class TopCountList
{
    private const string Prefix = "top_events_";

    public static void Append(StringBuilder text, Document fields)
    {
        foreach (var (name, counts) in fields.Members)
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            text.Append(name.AsSpan(Prefix.Length)).Append(":\n");
            AppendCounts(text, counts);
            text.Append('\n');
        }
    }

    private static void AppendCounts(StringBuilder text, JsonElement counts)
    {
        if (counts.ValueKind != JsonValueKind.Object || counts.GetPropertyCount() == 0)
        {
            text.Append("No events found.\n");
            return;
        }

        foreach (var count in counts.EnumerateObject().OrderByDescending(static count => new FieldValue(count.Value).AsNumber() ?? 0))
            text.Append(count.Name).Append(": ").Append(PythonText.Of(count.Value)).Append('\n');
    }
}
