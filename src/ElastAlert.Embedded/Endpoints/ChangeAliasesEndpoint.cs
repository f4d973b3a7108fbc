using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Adds and removes aliases by a list of actions.</summary>
internal sealed class ChangeAliasesEndpoint(Catalog catalog) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("POST", "/_aliases")];

    public override IReadOnlyList<string> Parameters { get; } = ["timeout", "master_timeout"];

    public override bool Writes => true;

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        foreach (var action in request.RequireBody().GetProperty("actions").EnumerateArray())
        {
            foreach (var part in action.EnumerateObject())
                Apply(part.Name, part.Value);
        }

        writer.BeginObject();
        writer.Flag("acknowledged", true);
        writer.Flag("errors", false);
        writer.EndObject();
        return 200;
    }

    private void Apply(string action, JsonElement body)
    {
        if (action is not ("add" or "remove"))
            throw RequestFailure.Unsupported($"the action [{action}] on aliases");
        foreach (var option in body.EnumerateObject())
        {
            if (option.Name is not ("index" or "indices" or "alias" or "aliases"))
                throw RequestFailure.Unsupported($"[{option.Name}] in the action [{action}] on aliases");
        }

        foreach (var index in Names(body, "index", "indices").SelectMany(name => IndexExpression.Resolve(catalog, name, IndexOptions.Default)))
        {
            foreach (var alias in Names(body, "alias", "aliases"))
                Apply(action, alias, index.Name);
        }
    }

    private void Apply(string action, string alias, string index)
    {
        if (action == "add")
            catalog.AddAlias(alias, index);
        else if (!catalog.RemoveAlias(alias, index))
            throw new RequestFailure(404, "aliases_not_found_exception", $"aliases [{alias}] missing");
    }

    private static string[] Names(JsonElement body, string single, string several)
    {
        if (body.TryGetProperty(single, out var one))
            return one.ValueKind == JsonValueKind.Array ? [.. one.EnumerateArray().Select(Scalars.Text)] : [Scalars.Text(one)];
        return [.. body.GetProperty(several).EnumerateArray().Select(Scalars.Text)];
    }
}
