using System.Text.Json.Nodes;
using ElastAlert.Alerters.Payloads;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Hive;

/// <summary>Is one entry of <c>hive_observable_data_mapping</c>: a type of observables, where their data is, and what is said about them.</summary>
/// <param name="DataType">The type, such as <c>domain</c>.</param>
/// <param name="Path">The field, or the option, that holds the data.</param>
/// <param name="Details">The members <c>tlp</c>, <c>tags</c> and <c>message</c> that are written.</param>
internal sealed record HiveObservable(string DataType, string Path, OptionMap Details)
{
    private static readonly string[] DetailNames = ["tlp", "tags", "message"];

    /// <summary>Reads an entry; one without a type observes nothing.</summary>
    public static HiveObservable? Read(OptionMap entry)
    {
        var type = entry.FirstOrDefault(static member => !DetailNames.Contains(member.Key));
        return type.Key is null
            ? null
            : new HiveObservable(type.Key, PythonText.Of(type.Value.ToJson()), OptionMap.FromEntries(entry.Entries.Where(static member => DetailNames.Contains(member.Key))));
    }

    /// <summary>Returns what is observable in a match, or <see langword="null"/>.</summary>
    public JsonObject? Observe(Document match, OptionMap options)
    {
        if (FieldOrOption.Find(Path, match, options) is not { } value || PythonText.Of(value) is not { Length: > 0 } data)
            return null;
        var artifact = new JsonObject { ["tlp"] = 2, ["tags"] = new JsonArray(), ["message"] = null, ["dataType"] = DataType, ["data"] = data };
        artifact.Overlay(Details);
        return artifact;
    }
}
