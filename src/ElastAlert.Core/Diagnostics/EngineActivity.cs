using System.Diagnostics;

namespace ElastAlert.Diagnostics;

/// <summary>Is where the spans of an engine come from: one a run, one a delivery.</summary>
/// <param name="engine">The name of the engine.</param>
internal sealed class EngineActivity(string engine) : IDisposable
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "ElastAlert";

    private readonly ActivitySource _source = new(SourceName);

    /// <summary>Begins the span of a run.</summary>
    /// <param name="rule">The rule.</param>
    public Activity? StartRun(string rule) => Start("elastalert.run", rule);

    /// <summary>Begins the span of a delivery.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="channel">The channel.</param>
    public Activity? StartDelivery(string rule, string channel) => Start("elastalert.deliver", rule)?.SetTag("elastalert.channel", channel);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private Activity? Start(string name, string rule)
    {
        var activity = _source.StartActivity(name);
        activity?.SetTag("elastalert.rule", rule);
        activity?.SetTag("elastalert.engine", engine);
        return activity;
    }
}
