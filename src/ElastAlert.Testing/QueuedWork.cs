namespace ElastAlert.Testing;

/// <summary>Lets the work that is queued on the thread pool and in the caller's context run.</summary>
internal static class QueuedWork
{
    private const int QuietRoundsWanted = 8;
    private const int MostRounds = 400;

    /// <summary>Returns when the queue has been empty for a while, or after a bounded number of rounds: other tests may keep it busy.</summary>
    public static async Task RunAsync()
    {
        var quietRounds = 0;
        for (var round = 0; round < MostRounds && quietRounds < QuietRoundsWanted; round++)
        {
            // A test framework may run continuations in a context of its own, so both queues get their turn.
            await Task.Yield();
            await Task.Run(static () => { }).ConfigureAwait(true);
            quietRounds = ThreadPool.PendingWorkItemCount == 0 ? quietRounds + 1 : 0;
        }
    }
}
