using ElastAlert.Alerters.Gelf;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Is the name of the machine that the cases were recorded on.</summary>
internal sealed class FixedMachineName : IMachineName
{
    public Task<string> GetAsync(CancellationToken cancellationToken) => Task.FromResult("monitor.example.org");
}
