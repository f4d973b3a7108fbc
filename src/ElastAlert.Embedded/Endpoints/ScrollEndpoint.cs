using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Aggregations;
using ElastAlert.Embedded.Searching;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Gives the next page of a scroll.</summary>
internal sealed class ScrollEndpoint(OpenContexts contexts) : Endpoint
{
    public override IReadOnlyList<Route> Routes { get; } = [new("GET|POST", "/_search/scroll"), new("GET|POST", "/_search/scroll/{id}")];

    public override IReadOnlyList<string> Parameters { get; } = ["scroll", "scroll_id", "rest_total_hits_as_int"];

    public override int Answer(EmbeddedRequest request, ResponseWriter writer)
    {
        var body = request.ReadBody();
        var id = Member(body, "scroll_id") ?? request.Places.GetValueOrDefault("id") ?? request.Text("scroll_id") ?? "";
        var keepAlive = Member(body, "scroll") ?? request.Text("scroll");
        var context = contexts.Use(id, keepAlive is null ? null : TimeUnits.Parse(keepAlive, "scroll"));
        var search = context.Search! with { Aggregations = SubAggregations.None };
        if (request.Flag("rest_total_hits_as_int"))
            search = search with { TotalIsNumber = true };
        var run = new SearchRun(context.Views, search);
        var page = context.Last is { } last ? run.Page(last) : [];
        context.Last = page.Count > 0 ? page[^1] : context.Last;
        writer.BeginObject();
        writer.Text("_scroll_id", id);
        run.Write(writer, page);
        writer.EndObject();
        return 200;
    }

    private static string? Member(JsonElement? body, string name) =>
        body is { } given && given.TryGetProperty(name, out var value) ? value.GetString() : null;
}
