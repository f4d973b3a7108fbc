using System.Globalization;
using System.Text;
using ElastAlert.Values;

namespace ElastAlert.Benchmarks.RuleTypes;

/// <summary>Makes answers of a search server, the same in every run.</summary>
internal static class Pages
{
    /// <summary>The number of hits of a page, and of buckets of an aggregation.</summary>
    public const int Size = 10_000;

    private static readonly DateTimeOffset Begin = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the end of the span that the answers are about.</summary>
    public static DateTimeOffset End => Begin.AddSeconds(10);

    /// <summary>Returns a page of log events, a millisecond apart, of 100 hosts.</summary>
    public static byte[] Hits()
    {
        var random = new Random(7);
        var json = new StringBuilder("{\"took\":3,\"hits\":{\"hits\":[");
        for (var place = 0; place < Size; place++)
            AppendHit(json.Append(place == 0 ? "" : ","), place, random);
        return Encoding.UTF8.GetBytes(json.Append("]}}").ToString());
    }

    /// <summary>Returns the answer to an aggregation with a bucket for each of many hosts.</summary>
    /// <param name="element">What each bucket holds.</param>
    public static byte[] Aggregation(string element) => Aggregation(element, Enumerable.Range(0, Size));

    /// <summary>Returns the answer to an aggregation with a bucket for each of some hosts.</summary>
    /// <param name="element">What each bucket holds.</param>
    /// <param name="hosts">The numbers of the hosts, in order.</param>
    public static byte[] Aggregation(string element, IEnumerable<int> hosts)
    {
        var buckets = hosts.Select(place => $$"""{ "key": "host-{{place}}", "doc_count": 100, {{element}} }""");
        return Encoding.UTF8.GetBytes($$"""{"took":3,"aggregations":{"bucket_aggs":{"buckets":[{{string.Join(',', buckets)}}] } } }""");
    }

    private static void AppendHit(StringBuilder json, int place, Random random) => json.Append(CultureInfo.InvariantCulture, $$"""
        {"_index":"shop-2026.11.01","_id":"e{{place:00000}}","_score":null,"_source":{"@timestamp":"{{IsoTime.Format(Begin.AddMilliseconds(place))}}",
        "message":"{{(random.Next(10) == 0 ? "ERROR" : "GET")}} /cart/{{random.Next(1000)}} took {{random.Next(900)}} ms","level":"info",
        "status":{{(random.Next(20) == 0 ? 500 : 200)}},"bytes":{{random.Next(90_000)}},"latency":{{random.Next(1_000_000) / 1000.0}},
        "country":"{{(char)('A' + random.Next(26))}}{{(char)('A' + random.Next(26))}}","session":"s{{random.Next(2000)}}",
        "host":{"name":"web-{{random.Next(100)}}","ip":"10.0.0.{{random.Next(255)}}"},"user":{"id":{{random.Next(5000)}},"name":"user{{random.Next(5000)}}"},
        "tags":["shop","{{random.Next(9)}}"]},"sort":[{{place}}]}
        """);
}
