using ElastAlert.Querying;

namespace ElastAlert.IntegrationTests.Search;

/// <summary>Remembers hits as the engine does.</summary>
internal sealed class SeenHits : ISeenDocuments
{
    private readonly Dictionary<(string Index, string Id), (DateTimeOffset Moment, long SequenceNumber)> _seen = [];

    public void Add(Hit hit) => _seen[(hit.Index, hit.Id)] = (hit.Timestamp, hit.SequenceNumber);

    public IEnumerable<(DateTimeOffset Moment, long SequenceNumber)> In(TimeWindow window) => _seen.Values;

    public bool TryGetSequenceNumber(string index, string id, out long sequenceNumber)
    {
        var isSeen = _seen.TryGetValue((index, id), out var seen);
        sequenceNumber = seen.SequenceNumber;
        return isSeen;
    }
}
