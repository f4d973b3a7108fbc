namespace ElastAlert;

/// <summary>Is what an alerter is made of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Entry">The entry of its <c>alert</c> list, with the options that the alerter sees.</param>
/// <param name="Services">The services of the host.</param>
public sealed record AlerterContext(Rule Rule, AlerterEntry Entry, IServiceProvider Services)
{
    /// <summary>Gets what renders the texts of the entry, or <see langword="null"/> where only prepared texts are at hand.</summary>
    /// <remarks>Most alerters need it not: an <see cref="Alert"/> carries its subject and body.</remarks>
    public IAlertTexts? Texts { get; init; }

    /// <summary>Gets what finds the transport to a cluster: that of the rule, or one that options name.</summary>
    /// <value>The default throws <see cref="InvalidOperationException"/>: only an engine has transports.</value>
    public Func<ConnectionOptions, ISearchTransport> Transports { get; init; } =
        static _ => throw new InvalidOperationException("An alerter that was made without an engine has no search cluster.");
}
