using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Searching;

/// <summary>Writes how many indices took part; each has one shard.</summary>
internal static class ShardsWriter
{
    public static void Write(ResponseWriter writer, int total) => Write(writer, total, []);

    public static void Write(ResponseWriter writer, int total, IReadOnlyList<(IndexView View, ShardFailure Failure)> failures)
    {
        writer.BeginObject("_shards");
        writer.Number("total", total);
        writer.Number("successful", total - failures.Count);
        writer.Number("skipped", 0);
        writer.Number("failed", failures.Count);
        if (failures.Count > 0)
            WriteFailures(writer, failures);
        writer.EndObject();
    }

    private static void WriteFailures(ResponseWriter writer, IReadOnlyList<(IndexView View, ShardFailure Failure)> failures)
    {
        writer.BeginArray("failures");
        foreach (var (view, failure) in failures)
        {
            writer.BeginObject();
            writer.Number("shard", 0);
            writer.Text("index", view.Name);
            writer.BeginObject("reason");
            FailureWriter.WriteReason(writer, failure, view.Name);
            writer.EndObject();
            writer.EndObject();
        }

        writer.EndArray();
    }
}
