using System.Text.Json;

namespace ElastAlert.Engine.Memory;

/// <summary>Writes checkpoints, and reads those of this and older versions.</summary>
internal static class CheckpointCodec
{
    /// <summary>Writes a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    public static ReadOnlyMemory<byte> Write(Checkpoint checkpoint) =>
        JsonSerializer.SerializeToUtf8Bytes(checkpoint with { Version = Checkpoint.CurrentVersion }, CheckpointJson.Default.Checkpoint);

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="rule">The rule, for the message.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="StateFormatException">It is damaged, or of a newer version.</exception>
    public static Checkpoint Read(string rule, ReadOnlySpan<byte> content)
    {
        Checkpoint? checkpoint;
        try
        {
            checkpoint = JsonSerializer.Deserialize(content, CheckpointJson.Default.Checkpoint);
        }
        catch (JsonException exception)
        {
            throw Damaged(rule, exception);
        }

        if (checkpoint is null || checkpoint.Version < 1)
            throw Damaged(rule, null);
        if (checkpoint.Version > Checkpoint.CurrentVersion)
        {
            throw new StateFormatException(
                $"The saved state of rule '{rule}' has version {checkpoint.Version}, this engine reads up to {Checkpoint.CurrentVersion}: "
                + "run the newer version again, or remove the rule's state to begin anew. Nothing was overwritten.");
        }

        return Complete(checkpoint);
    }

    // The reader leaves nothing in the place of a list that a version before did not write.
    private static Checkpoint Complete(Checkpoint checkpoint) => checkpoint with
    {
        Detection = checkpoint.Detection ?? "",
        Incomplete = checkpoint.Incomplete ?? [],
        Held = checkpoint.Held ?? [],
        Imported = checkpoint.Imported ?? [],
        Open = checkpoint.Open is { } open ? open with { Waiting = open.Waiting ?? [] } : null,
    };

    private static StateFormatException Damaged(string rule, Exception? cause) => new(
        $"The saved state of rule '{rule}' is damaged: restore it from a backup, or remove the rule's state to begin anew. "
        + "Nothing was overwritten.",
        cause);
}
