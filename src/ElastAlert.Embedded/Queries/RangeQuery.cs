using System.Text.Json;
using ElastAlert.Embedded.Dates;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Queries;

/// <summary>Matches documents with a value between two bounds.</summary>
internal sealed class RangeQuery(string field, RangeBounds bounds) : Query
{
    public static Query Read(JsonElement body, QueryReader reader)
    {
        var (field, options) = QueryOptions.ForField("range", body, "");
        var bounds = ReadBounds(options, reader.Now);
        options.Allow("relation", "intersects", "INTERSECTS");
        options.End();
        return new RangeQuery(field, bounds);
    }

    public override DocumentSet Evaluate(IndexView view)
    {
        if (view.Find(field) is not { } found)
            return field is "_id" or "_index" ? throw RequestFailure.Unsupported($"the query [range] on the field [{field}]") : view.None();
        if (found.Type is NumericType numeric)
            return view.Longs(found).Within(numeric.Range(bounds));
        var from = bounds.From is { } low ? FieldTerms.Normalize(view, field, low.Text) : null;
        var to = bounds.To is { } high ? FieldTerms.Normalize(view, field, high.Text) : null;
        return view.Terms(found).WithAny(term => IsAbove(term, from) && IsBelow(term, to));
    }

    private static RangeBounds ReadBounds(QueryOptions options, DateTimeOffset now)
    {
        QueryValue? from = null, to = null;
        var (includesFrom, includesTo) = (true, true);
        foreach (var name in (ReadOnlySpan<string>)["gt", "gte", "lt", "lte"])
        {
            if (options.Take(name) is not { } given)
                continue;
            QueryValue? value = given.ValueKind == JsonValueKind.Null ? null : QueryValue.Of(given);
            if (name[0] == 'g')
                (from, includesFrom) = (value, name == "gte");
            else
                (to, includesTo) = (value, name == "lte");
        }

        var zone = options.TakeText("time_zone");
        return new RangeBounds(from, includesFrom, to, includesTo, now)
        {
            Format = options.TakeText("format"),
            Zone = zone is null ? TimeZoneInfo.Utc : Zones.Find(zone),
        };
    }

    private bool IsAbove(string term, string? from) =>
        from is null || TermOrder.Instance.Compare(term, from) is var order && (order > 0 || (order == 0 && bounds.IncludesFrom));

    private bool IsBelow(string term, string? to) =>
        to is null || TermOrder.Instance.Compare(term, to) is var order && (order < 0 || (order == 0 && bounds.IncludesTo));
}
