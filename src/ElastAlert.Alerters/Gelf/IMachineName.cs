namespace ElastAlert.Alerters.Gelf;

/// <summary>Knows what this machine is called.</summary>
internal interface IMachineName
{
    /// <summary>Returns the name, with its domain where it has one.</summary>
    Task<string> GetAsync(CancellationToken cancellationToken);
}
