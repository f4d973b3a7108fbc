using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ElastAlert.Alerters.Command;

/// <summary>Starts processes of the operating system.</summary>
internal sealed partial class ProcessCommandLauncher(TimeProvider clock, ILogger logger) : ICommandLauncher
{
    public async Task<int?> RunAsync(CommandStart start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var process = Start(start);
        if (start.Timeout is { } timeout)
        {
            using (process)
                return await WaitAsync(process, start, timeout, cancellationToken).ConfigureAwait(false);
        }

        _ = ReapAsync(process, start.Program);
        return null;
    }

    private static Process Start(CommandStart start)
    {
        var info = new ProcessStartInfo { UseShellExecute = false, RedirectStandardInput = true };
        info.FileName = start.IsShellLine ? ShellProgram() : ProgramPath.Find(start.Arguments[0]);
        if (start.IsShellLine)
            info.ArgumentList.Add(OperatingSystem.IsWindows() ? "/c" : "-c");
        foreach (var argument in start.IsShellLine ? start.Arguments : start.Arguments.Skip(1))
            info.ArgumentList.Add(argument);
        info.Environment["ELASTALERT_ALERT_ID"] = start.AlertId;
        try
        {
            return Process.Start(info)!;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw new AlertDeliveryException($"The command {start.Program} could not be started: {exception.Message}", exception);
        }
    }

    private static string ShellProgram() => OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh";

    private async Task<int?> WaitAsync(Process process, CommandStart start, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var writing = WriteInputAsync(process, start.Input);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new AlertDeliveryException(
                $"The command {start.Program} did not end within {timeout.TotalSeconds:0.###} seconds and was stopped (command_timeout).");
        }

        // Whoever inherited the input may hold it open and not read it, so only a writing that has come to its end is looked at.
        if (writing.IsCompleted)
            await writing.ConfigureAwait(false);
        return process.ExitCode;
    }

    private static async Task WriteInputAsync(Process process, byte[]? input)
    {
        try
        {
            await using var stream = process.StandardInput.BaseStream.ConfigureAwait(false);
            if (input is not null)
                await process.StandardInput.BaseStream.WriteAsync(input).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // A command need not read its input: it may end first.
        }
    }

    private async Task ReapAsync(Process process, string program)
    {
        using (process)
        {
            await WriteInputAsync(process, null).ConfigureAwait(false);
            await process.WaitForExitAsync().ConfigureAwait(false);
            if (process.ExitCode != 0)
                LogExitStatus(program, process.ExitCode);
        }
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Command {Program} ended with exit status {ExitStatus}; without fail_on_non_zero_exit its alert counts as delivered")]
    private partial void LogExitStatus(string program, int exitStatus);
}
