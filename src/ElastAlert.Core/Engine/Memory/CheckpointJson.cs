using System.Text.Json.Serialization;

namespace ElastAlert.Engine.Memory;

/// <summary>Writes and reads checkpoints without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
