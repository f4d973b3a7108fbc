using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Engine.Services;

/// <summary>Names a process as the owner of leases, and tells of another owner whether its process is certainly gone.</summary>
/// <remarks>
/// Certain it can only be of a process under the same run of the same kernel and in the same namespace of processes: there, a process is known by
/// its id and the moment of its start. Of any other, and on systems that do not tell, nothing is known, and the end of its lease is waited for.
/// </remarks>
internal sealed class LeaseOwner
{
    private const int StartTimeField = 19;

    private readonly string? _kernel;

    private LeaseOwner(string name, string? kernel) => (Name, _kernel) = (name, kernel);

    /// <summary>Gets the name, unique for each owner: machine, process, a random part, and where known the kernel and the start of the process.</summary>
    public string Name { get; }

    /// <summary>Names a process of this machine.</summary>
    /// <param name="processId">The id of the process.</param>
    public static LeaseOwner OfProcess(int processId)
    {
        var kernel = Kernel();
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{processId}/{Guid.NewGuid():N}");
        return kernel is not null && StartTime(processId) is { } start
            ? new LeaseOwner($"{name}/{kernel}-{start}", kernel)
            : new LeaseOwner(name, kernel: null);
    }

    /// <summary>Returns whether the process of an owner is certainly gone, so that it can neither commit nor deliver any more.</summary>
    /// <param name="owner">The name of the owner.</param>
    public bool IsGone(string owner) =>
        _kernel is not null
        && owner.Split('/') is [var machine, var process, _, var place]
        && machine == Environment.MachineName
        && place.Split('-') is [var kernel, var start]
        && kernel == _kernel
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        && !IsRunning(processId, start);

    private static bool IsRunning(int processId, string start)
    {
        try
        {
            // Asks the kernel itself, which also knows processes that this user may not see.
            using var process = Process.GetProcessById(processId);
        }
        catch (ArgumentException)
        {
            return false;
        }

        return StartTime(processId) is not { } now || now == start;
    }

    private static string? Kernel()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/random/boot_id") is { Length: > 0 } boot && new FileInfo("/proc/self/ns/pid").LinkTarget is { } processes
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(boot + processes)).AsSpan(0, 8))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // In ticks since the start of the kernel. The name of the program, which may hold anything, stands in parentheses before.
    private static string? StartTime(int processId)
    {
        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            return status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(StartTimeField);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
