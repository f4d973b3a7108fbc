namespace ElastAlert.Core.Tests.Configuration;

/// <summary>Enters a folder and leaves it again; tests that do so run one after another.</summary>
internal sealed class WorkingDirectory : IDisposable
{
    public const string Name = "working directory";

    private readonly string _before = Directory.GetCurrentDirectory();

    public WorkingDirectory(string folder) => Directory.SetCurrentDirectory(folder);

    public void Dispose() => Directory.SetCurrentDirectory(_before);
}
