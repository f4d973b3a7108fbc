using System.Text.Json;

namespace ElastAlert.Embedded.Segments;

/// <summary>Takes the single values of a field as they are found in a document.</summary>
internal interface IScalarReceiver
{
    void Accept(ref Utf8JsonReader value);
}
