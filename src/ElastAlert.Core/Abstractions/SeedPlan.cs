namespace ElastAlert;

/// <summary>Plans the searches that a rule type wants answered once before its first run.</summary>
/// <param name="now">The moment at which the scan begins; it is kept, so that an interrupted scan goes on with the same queries.</param>
/// <param name="start">The explicit start of the run, or <see langword="null"/>.</param>
/// <param name="previous">The answer to the query before, or <see langword="null"/> for the first.</param>
/// <returns>The next query, or <see langword="null"/> when the scan is complete.</returns>
public delegate SeedQuery? SeedPlan(DateTimeOffset now, DateTimeOffset? start, RuleInput.Seed? previous);
