namespace ElastAlert.Engine.Commits;

/// <summary>Says for whom leases are taken, and for how long.</summary>
/// <param name="Owner">The name of this process.</param>
/// <param name="Time">How long a lease lasts that a commit takes or renews.</param>
internal sealed record LeaseTerms(string Owner, TimeSpan Time);
