using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Creates an index with settings, mappings and aliases.</summary>
internal sealed class CreateIndexEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("PUT", "/{index}")];

    public override IReadOnlyList<string> Parameters { get; } = ["wait_for_active_shards", "timeout", "master_timeout"];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var (settings, mappings, aliases) = Read(request.ReadBody());
        var index = catalog.Create(request.Index, mappings);
        foreach (var (name, value) in settings)
            index.Settings[name] = value;
        foreach (var alias in aliases)
            catalog.AddAlias(alias, index.Name);
        writer.BeginObject();
        writer.Flag("acknowledged", true);
        writer.Flag("shards_acknowledged", true);
        writer.Text("index", index.Name);
        writer.EndObject();
        return 200;
    }

    private static (Dictionary<string, string> Settings, JsonElement? Mappings, List<string> Aliases) Read(JsonElement? body)
    {
        var settings = new Dictionary<string, string>();
        var aliases = new List<string>();
        JsonElement? mappings = null;
        if (body is not { } given)
            return (settings, mappings, aliases);
        foreach (var part in given.EnumerateObject())
        {
            if (part.Name == "mappings")
                mappings = part.Value;
            else if (part.Name == "settings")
                Flatten("", part.Value, settings);
            else if (part.Name == "aliases")
                aliases.AddRange(part.Value.EnumerateObject().Select(AliasName));
            else
                throw RequestFailure.Parsing($"unknown key [{part.Name}] for create index");
        }

        return (settings, mappings, aliases);
    }

    private static string AliasName(JsonProperty alias) =>
        alias.Value.EnumerateObject().Any() ? throw RequestFailure.Unsupported($"options of the alias [{alias.Name}]") : alias.Name;

    private static void Flatten(string prefix, JsonElement value, Dictionary<string, string> settings)
    {
        foreach (var setting in value.EnumerateObject())
        {
            var name = prefix + setting.Name;
            if (setting.Value.ValueKind == JsonValueKind.Object)
                Flatten(name + ".", setting.Value, settings);
            else
                settings[IndexSettings.Check(name)] = Scalars.Text(setting.Value);
        }
    }
}
