using ElastAlert.Alerting;

namespace ElastAlert.Engine;

/// <summary>Is what came of the parts of a run that were decided and committed already; it stays small, however many there are.</summary>
/// <param name="mostDecisions">The number of decisions that are kept.</param>
internal sealed class DecidedParts(int mostDecisions)
{
    private readonly Queue<MatchDecision> _decisions = [];
    private readonly List<HandledError> _errors = [];

    /// <summary>Gets the number of alerts.</summary>
    public int Alerts { get; private set; }

    /// <summary>Gets the last decisions.</summary>
    public IEnumerable<MatchDecision> Decisions => _decisions;

    /// <summary>Gets what went wrong and was coped with.</summary>
    public IReadOnlyList<HandledError> Errors => _errors;

    /// <summary>Adds a part.</summary>
    /// <param name="alerts">The number of its alerts.</param>
    /// <param name="decisions">Its decisions.</param>
    /// <param name="errors">What went wrong.</param>
    public void Add(int alerts, IEnumerable<MatchDecision> decisions, IEnumerable<HandledError> errors)
    {
        Alerts += alerts;
        _errors.AddRange(errors);
        foreach (var decision in decisions)
        {
            _decisions.Enqueue(decision);
            if (_decisions.Count > mostDecisions)
                _decisions.Dequeue();
        }
    }
}
