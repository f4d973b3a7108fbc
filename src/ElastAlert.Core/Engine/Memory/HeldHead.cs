namespace ElastAlert.Engine.Memory;

/// <summary>Is an aggregate as checkpoints of version 1 had it; its matches are in parts of their own.</summary>
/// <param name="Id">The id.</param>
/// <param name="Key">The value of the aggregation key, or <see langword="null"/>.</param>
/// <param name="AlertTime">When it is due.</param>
/// <param name="Number">Its place in the order in which aggregates began.</param>
/// <param name="IsEnhanced">Whether its matches were enhanced already.</param>
/// <param name="Matches">The number of its matches.</param>
/// <param name="Parts">The names of the parts that hold them.</param>
internal sealed record HeldHead(
    string Id, string? Key, DateTimeOffset AlertTime, long Number, bool IsEnhanced, int Matches, IReadOnlyList<string> Parts);
