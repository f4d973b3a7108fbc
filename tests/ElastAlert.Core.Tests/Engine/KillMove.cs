namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is what happens at one moment.</summary>
/// <param name="Step">What the engine does, or is done to it.</param>
/// <param name="KillAt">The point at which its process is killed, counted over the calls that leave it; 0 for not at all.</param>
internal readonly record struct KillMove(KillStep Step, int KillAt);
