using System.Collections;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Cli;

/// <summary>Is what the command line sees of the outside: its streams, the clock, the environment, and what a host adds to the engine.</summary>
public sealed record CommandLineEnvironment
{
    /// <summary>Gets where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gets where logs and problems go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets whether a person watches, so that colour and progress make sense.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets the environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Gets what is registered before the engine's own services, so that it wins; for tests.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Returns the environment of this process.</summary>
    public static CommandLineEnvironment OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsOutputRedirected,
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal),
    };
}
