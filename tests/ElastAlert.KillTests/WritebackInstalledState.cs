using System.Text.Json;
using ElastAlert.State.Writeback;
using ElastAlert.TestSupport;

namespace ElastAlert.KillTests;

/// <summary>Reads the writeback indices of a real server.</summary>
internal sealed class WritebackInstalledState : InstalledState
{
    private const string All = """{"size": 10000, "query": {"match_all": {} } }""";

    private readonly PlainSearchTransport _transport;
    private readonly WritebackNames _names;
    private readonly WritebackState _state;

    public WritebackInstalledState(Uri server, string name)
    {
        _transport = new PlainSearchTransport(server);
        _names = new WritebackNames(name);
        _state = new WritebackState(_transport, name, TimeSpan.FromDays(2), TimeProvider.System);
    }

    public override IStateStore Store => _state.Store;

    public override IOutbox Outbox => _state.Outbox;

    public override async Task<IReadOnlyList<HistoryRecord>> ReadHistoryAsync()
    {
        var records = new List<HistoryRecord>();
        foreach (var kind in Enum.GetValues<HistoryKind>())
            records.AddRange(await ReadAsync(kind));
        return records;
    }

    public override void Dispose() => _transport.Dispose();

    private async Task<IEnumerable<HistoryRecord>> ReadAsync(HistoryKind kind)
    {
        var index = _names.Of(kind);
        await using var refreshed = await _transport.SendAsync(new SearchRequest("POST", $"/{index}/_refresh?ignore_unavailable=true"), CancellationToken.None);
        var request = new SearchRequest("POST", $"/{index}/_search?ignore_unavailable=true") { Body = System.Text.Encoding.UTF8.GetBytes(All) };
        await using var answer = await _transport.SendAsync(request, CancellationToken.None);
        using var found = await JsonDocument.ParseAsync(answer.Body);
        return [.. found.RootElement.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => new HistoryRecord(kind, hit.GetProperty("_id").GetString()!, hit.GetProperty("_source").Clone()))];
    }
}
