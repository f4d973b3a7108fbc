namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Holds the names that a part of a template has set; what is not here is looked for further out.</summary>
internal sealed class Scope(Scope? parent)
{
    private Dictionary<string, object?>? _names;
    private HashSet<string>? _hidden;

    public object? this[string name]
    {
        set
        {
            _hidden?.Remove(name);
            (_names ??= new(StringComparer.Ordinal))[name] = value;
        }
    }

    private Scope? Parent { get; } = parent;

    /// <summary>Makes a name undefined until it is set.</summary>
    public void Hide(string name) => (_hidden ??= new(StringComparer.Ordinal)).Add(name);

    public bool TryGet(string name, out object? value)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._names is not null && scope._names.TryGetValue(name, out value))
                return true;
            if (scope._hidden?.Contains(name) != true)
                continue;
            value = Undefined.Name(name);
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Copies what is set here and further out to a scope that hides nothing.</summary>
    public Scope Flatten()
    {
        var flat = Parent?.Flatten() ?? new Scope(parent: null);
        foreach (var (name, value) in _names ?? [])
            flat[name] = value;
        return flat;
    }
}
