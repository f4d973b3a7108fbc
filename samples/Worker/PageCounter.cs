namespace ElastAlert.Samples.Worker;

/// <summary>Counts pages; a service of the host that the alerter gets through its constructor.</summary>
internal sealed class PageCounter
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets what completes when the first page has gone out.</summary>
    public Task First => _first.Task;

    public void Add() => _first.TrySetResult();
}
