using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Searching;

/// <summary>Writes errors in the shape that the server gives them.</summary>
internal static class FailureWriter
{
    /// <summary>Writes the members of a reason.</summary>
    public static void WriteReason(ResponseWriter writer, RequestFailure failure, string? index = null)
    {
        writer.Text("type", failure.Type);
        writer.Text("reason", failure.Message);
        if ((failure.Index ?? index) is { } named)
            writer.Text("index", named);
        if (failure.Cause is not { } cause)
            return;
        writer.BeginObject("caused_by");
        WriteReason(writer, cause);
        writer.EndObject();
    }

    /// <summary>Writes a whole answer.</summary>
    public static void Write(ResponseWriter writer, RequestFailure failure)
    {
        writer.BeginObject();
        writer.BeginObject("error");
        writer.BeginArray("root_cause");
        writer.BeginObject();
        WriteReason(writer, failure);
        writer.EndObject();
        writer.EndArray();
        if (failure is ShardFailure)
            WriteSearchFailure(writer, failure);
        else
            WriteReason(writer, failure);
        writer.EndObject();
        writer.Number("status", failure.Status);
        writer.EndObject();
    }

    private static void WriteSearchFailure(ResponseWriter writer, RequestFailure failure)
    {
        writer.Text("type", "search_phase_execution_exception");
        writer.Text("reason", "all shards failed");
        writer.Text("phase", "query");
        writer.Flag("grouped", true);
        writer.BeginArray("failed_shards");
        writer.BeginObject();
        writer.Number("shard", 0);
        writer.BeginObject("reason");
        WriteReason(writer, failure);
        writer.EndObject();
        writer.EndObject();
        writer.EndArray();
    }
}
