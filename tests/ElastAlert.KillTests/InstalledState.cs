namespace ElastAlert.KillTests;

/// <summary>Reads what the processes of an installation have left behind.</summary>
internal abstract class InstalledState : IDisposable
{
    /// <summary>Gets the state of the rules.</summary>
    public abstract IStateStore Store { get; }

    /// <summary>Gets the alerts that are not settled.</summary>
    public abstract IOutbox Outbox { get; }

    public static InstalledState Of(Installation installation) =>
        installation.Server is { } server ? new WritebackInstalledState(server, installation.Name) : new SqliteInstalledState(installation.StateFile);

    /// <summary>Reads the record of what happened.</summary>
    public abstract Task<IReadOnlyList<HistoryRecord>> ReadHistoryAsync();

    public abstract void Dispose();
}
