using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes that a change was made.</summary>
internal static class AcknowledgedWriter
{
    public static void Write(ResponseWriter writer)
    {
        writer.BeginObject();
        writer.Flag("acknowledged", true);
        writer.EndObject();
    }
}
