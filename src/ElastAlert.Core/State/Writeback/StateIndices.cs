using System.Text;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Makes sure, before their first use, that the engine's own indices are there and can be read by this version.</summary>
internal sealed class StateIndices(ISearchTransport transport, WritebackNames names)
{
    private const int NotFound = 404;

    private readonly Lock _lock = new();
    private Task? _check;

    public StateDocuments State { get; } = new(transport, names.State);

    public StateDocuments Outbox { get; } = new(transport, names.Outbox);

    /// <exception cref="StateFormatException">An index was not made by this engine, or by a newer version of it.</exception>
    public Task EnsureAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (_check is null or { IsFaulted: true })
                _check = EnsureBothAsync();
            return _check.IsCompleted ? _check : _check.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Looks again before the next use, after something hinted that an index is gone.</summary>
    public void CheckAgain()
    {
        lock (_lock)
            _check = null;
    }

    // All who come at the same time wait for one check, so that none of them can cancel it.
    private async Task EnsureBothAsync()
    {
        await EnsureAsync(names.State, StateMappings.State, CancellationToken.None).ConfigureAwait(false);
        await EnsureAsync(names.Outbox, StateMappings.Outbox, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task EnsureAsync(string index, string body, CancellationToken cancellationToken)
    {
        if (await CheckAsync(index, cancellationToken).ConfigureAwait(false))
            return;
        try
        {
            var request = new SearchRequest("PUT", SearchPath.Of(index, "")[..^1]) { Body = Encoding.UTF8.GetBytes(body) };
            using var answer = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (SearchException exception) when (exception.StatusCode == 400)
        {
            // Another process may have created it in between; if so, it is looked at like any other.
            if (!await CheckAsync(index, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private async Task<bool> CheckAsync(string index, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await transport.AskAsync(new SearchRequest("GET", SearchPath.Of(index, "_mapping")), cancellationToken).ConfigureAwait(false);
            CheckSchema(index, answer.Root);
            return true;
        }
        catch (SearchException exception) when (exception.StatusCode == NotFound)
        {
            return false;
        }
    }

    private static void CheckSchema(string index, JsonElement mappings)
    {
        foreach (var concrete in mappings.EnumerateObject())
        {
            if (!IsOurs(concrete.Value))
            {
                throw new StateFormatException(
                    $"The index '{index}' was not created by this engine: it lacks the mapping, as happens when something writes to it while it is " +
                    "missing. It was left as it is: delete it if it holds nothing of value, and it is created anew.");
            }

            if (Schema(concrete.Value) is { } schema && schema > Manifest.Schema)
            {
                throw new StateFormatException(
                    $"The index '{index}' was written by a newer version (its schema is {schema}, this version knows {Manifest.Schema}). " +
                    "It was left as it is: run the newer version, or name another writeback index.");
            }
        }
    }

    private static bool IsOurs(JsonElement index) =>
        index.GetProperty("mappings").TryGetProperty("properties", out var properties)
        && properties.TryGetProperty("rule_id", out var field)
        && field.TryGetProperty("type", out var type)
        && type.ValueEquals("keyword");

    private static int? Schema(JsonElement index) =>
        index.GetProperty("mappings").TryGetProperty("_meta", out var meta)
        && meta.TryGetProperty("elastalert", out var mark)
        && mark.TryGetProperty("schema", out var schema)
            ? schema.GetInt32()
            : null;
}
