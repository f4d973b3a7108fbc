using System.Collections.Concurrent;
using System.Text.Json;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Reads manifests, and replaces one in a compare-and-set: the step that makes a commit happen.</summary>
/// <remarks>What was last read or written is remembered, so that a commit needs no reading; a wrong memory only makes the compare-and-set fail.</remarks>
internal sealed class RuleManifests(StateIndices indices)
{
    private const int Conflict = 409;

    private readonly ConcurrentDictionary<string, StoredManifest> _known = new(StringComparer.Ordinal);

    /// <summary>Returns the manifest as it was last seen by this process, or reads it.</summary>
    public async ValueTask<StoredManifest?> GetKnownAsync(string rule, CancellationToken cancellationToken) =>
        _known.TryGetValue(rule, out var known) ? known : await ReadAsync(rule, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the manifest of a rule, or <see langword="null"/>.</summary>
    public async Task<StoredManifest?> ReadAsync(string rule, CancellationToken cancellationToken)
    {
        var stored = await indices.State.GetAsync(DocumentKey.Of(rule), Read, cancellationToken).ConfigureAwait(false);
        if (stored is null)
            _known.TryRemove(rule, out _);
        else
            _known[rule] = stored;
        return stored;
    }

    /// <summary>Reads the manifests of all rules.</summary>
    public async Task<IReadOnlyList<StoredManifest>> ReadAllAsync(CancellationToken cancellationToken)
    {
        // The search tells which rules there are; what they say now is read by id.
        const string Query = """{"term": {"kind": "manifest"}}""";
        var ids = new List<string>();
        await indices.State.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await indices.State.SearchAsync(Query, "rule_id", withSource: false, hit => ids.Add(hit.GetProperty("_id").GetString()!), cancellationToken)
            .ConfigureAwait(false);
        var manifests = new List<StoredManifest>();
        foreach (var some in ids.Chunk(StateDocuments.PageSize))
            await indices.State.GetManyAsync(some, "", document => manifests.Add(Read(document)), cancellationToken).ConfigureAwait(false);
        return manifests;
    }

    /// <summary>Forgets what was last seen of a rule.</summary>
    public void Forget(string rule) => _known.TryRemove(rule, out _);

    /// <summary>Replaces a manifest if it is still the one that was seen before, and says whether that happened.</summary>
    public async Task<bool> ReplaceAsync(StoredManifest? before, Manifest next, CancellationToken cancellationToken)
    {
        try
        {
            var request = new SearchRequest("PUT", PathOf(before, next)) { Body = JsonBody.Write(next, ManifestJson.Write) };
            using var answer = await indices.State.Transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
            _known[next.Rule] = new StoredManifest(next, DocumentVersion.Of(answer.Root));
            return true;
        }
        catch (SearchException exception) when (exception.StatusCode == Conflict)
        {
            return false;
        }
    }

    private string PathOf(StoredManifest? before, Manifest next) => before is null
        ? SearchPath.Of(indices.State.Index, $"_create/{next.RuleKey}")
        : SearchPath.Of(
            indices.State.Index,
            $"_doc/{next.RuleKey}?if_seq_no={before.Version.SequenceNumber}&if_primary_term={before.Version.PrimaryTerm}");

    private static StoredManifest Read(JsonElement document) =>
        new(ManifestJson.Read(document.GetProperty("_source"), document.GetProperty("_id").GetString()!), DocumentVersion.Of(document));
}
