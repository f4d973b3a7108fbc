namespace ElastAlert.KillTests;

/// <summary>Is one process of an installation, from its start to its end.</summary>
/// <param name="Number">Its number, beginning with 1.</param>
/// <param name="HasEnded">Whether it came to the end of the scenario by itself.</param>
/// <param name="BrokenOffAt">The moment of the clock at which it was killed or stopped, or <see langword="null"/>.</param>
/// <param name="Log">What it wrote.</param>
internal sealed record Life(int Number, bool HasEnded, long? BrokenOffAt, string Log);
