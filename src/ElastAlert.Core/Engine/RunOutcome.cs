using ElastAlert.Alerting;

namespace ElastAlert.Engine;

/// <summary>Is what came of a run.</summary>
/// <param name="Report">The report.</param>
/// <param name="Errors">What went wrong and was coped with.</param>
internal sealed record RunOutcome(RunReport Report, IReadOnlyList<HandledError> Errors);
