namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Holds the names that a part of a template has set; what is not here is looked for further out.</summary>
internal sealed class Scope(Scope? parent)
{
    private Dictionary<string, object?>? _names;

    public object? this[string name]
    {
        set => (_names ??= new(StringComparer.Ordinal))[name] = value;
    }

    public bool TryGet(string name, out object? value)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._names is not null && scope._names.TryGetValue(name, out value))
                return true;
        }

        value = null;
        return false;
    }

    private Scope? Parent { get; } = parent;
}
