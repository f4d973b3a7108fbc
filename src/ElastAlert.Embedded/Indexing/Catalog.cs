using System.Text.Json;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Holds all indices and aliases, and the one lock that guards them.</summary>
internal sealed class Catalog(TimeProvider clock) : IDisposable
{
    private readonly SortedDictionary<string, SearchIndex> _indices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _aliases = new(StringComparer.Ordinal);
    private readonly ReaderWriterLockSlim _lock = new();

    public IReadOnlyCollection<SearchIndex> Indices => _indices.Values;

    /// <summary>Gets the names of the indices behind each alias.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> Aliases => _aliases;

    public T Read<T>(Func<T> work)
    {
        _lock.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public T Write<T>(Func<T> work)
    {
        _lock.EnterWriteLock();
        try
        {
            return work();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public SearchIndex? Find(string name) => _indices.GetValueOrDefault(name);

    public IEnumerable<string> Aliased(string alias) => _aliases.TryGetValue(alias, out var names) ? names : [];

    public SearchIndex Create(string name, JsonElement? mappings = null)
    {
        IndexNames.Check(name);
        if (_indices.ContainsKey(name))
            throw new RequestFailure(400, "resource_already_exists_exception", $"index [{name}] already exists") { Index = name };
        if (_aliases.ContainsKey(name))
            throw new RequestFailure(400, "invalid_index_name_exception", $"Invalid index name [{name}], already exists as alias") { Index = name };
        var index = new SearchIndex(name, clock.GetUtcNow());
        if (mappings is { } definition)
            new MappingReader(index.Mapping, at: 0).Read(definition);
        _indices.Add(name, index);
        return index;
    }

    /// <summary>Gets the index that a write goes to, and creates it when it is missing.</summary>
    public SearchIndex ForWriting(string name, bool requireAlias = false)
    {
        if (_indices.TryGetValue(name, out var index) && !requireAlias)
            return index;
        var aliased = Aliased(name).ToList();
        return aliased.Count switch
        {
            0 when !requireAlias => Create(name),
            1 => _indices[aliased[0]],
            0 => throw new RequestFailure(404, "index_not_found_exception", $"no such index [{name}] and [require_alias] request flag is [true] and [{name}] is not an alias"),
            _ => throw RequestFailure.Illegal($"no write index is defined for alias [{name}]. The write index may be explicitly disabled using is_write_index=false or the alias points to multiple indices without one being designated as a write index"),
        };
    }

    public void Remove(SearchIndex index)
    {
        _indices.Remove(index.Name);
        foreach (var alias in _aliases.Keys.ToList())
            RemoveAlias(alias, index.Name);
    }

    public void AddAlias(string alias, string index)
    {
        if (_indices.ContainsKey(alias))
            throw new RequestFailure(400, "invalid_alias_name_exception", $"Invalid alias name [{alias}]: an index or data stream exists with the same name as the alias");
        if (!_aliases.TryGetValue(alias, out var names))
            _aliases.Add(alias, names = new SortedSet<string>(StringComparer.Ordinal));
        names.Add(index);
    }

    public bool RemoveAlias(string alias, string index)
    {
        if (!_aliases.TryGetValue(alias, out var names) || !names.Remove(index))
            return false;
        if (names.Count == 0)
            _aliases.Remove(alias);
        return true;
    }

    public void Dispose() => _lock.Dispose();
}
