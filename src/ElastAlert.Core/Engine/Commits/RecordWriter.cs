using ElastAlert.Diagnostics;
using ElastAlert.Engine.Memory;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Engine.Commits;

/// <summary>Writes the records of commits into the history; those that cannot be written stay in the state for the next time.</summary>
/// <param name="history">The history, or <see langword="null"/> for none.</param>
/// <param name="logger">The log.</param>
internal sealed class RecordWriter(IHistory? history, ILogger logger)
{
    /// <summary>Writes the records of the last commit.</summary>
    /// <param name="memory">The memory of the rule.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task WriteAsync(RuleMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Unrecorded.Count > 0 && await TryWriteAsync(memory.Unrecorded, cancellationToken).ConfigureAwait(false))
            memory.Unrecorded = [];
    }

    private async Task<bool> TryWriteAsync(IReadOnlyList<HistoryDocument> records, CancellationToken cancellationToken)
    {
        try
        {
            if (history is not null)
                await history.WriteAsync(records, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store border: the records stay in the state and are written with those of the next commit.
            Log.HistoryFailed(logger, records.Count, exception.Message, exception);
            return false;
        }
    }
}
