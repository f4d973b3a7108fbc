using ElastAlert.Engine.Memory;
using ElastAlert.Scheduling;

namespace ElastAlert.Engine.Reading;

/// <summary>Is one run to be done.</summary>
/// <param name="Now">The moment of the run.</param>
/// <param name="Plan">Its window and segments.</param>
internal sealed record RunRequest(DateTimeOffset Now, RunPlan Plan)
{
    /// <summary>Gets the interrupted run that this one finishes, or <see langword="null"/>.</summary>
    public OpenRun? Continues { get; init; }

    /// <summary>Gets what is to be said about the run from the beginning.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];
}
