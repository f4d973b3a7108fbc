using System.Diagnostics.CodeAnalysis;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Holds the filters, tests, methods and global functions that templates may use.</summary>
internal sealed class JinjaLibrary
{
    private readonly Dictionary<string, NativeFunction> _filters;
    private readonly Dictionary<string, NativeFunction> _tests;
    private readonly Dictionary<string, BoundFunction> _globals;
    private readonly Func<object?, IReadOnlyDictionary<string, NativeFunction>?> _methodsOf;

    public JinjaLibrary(
        IEnumerable<NativeFunction> filters,
        IEnumerable<NativeFunction> tests,
        IEnumerable<NativeFunction> globals,
        Func<object?, IReadOnlyDictionary<string, NativeFunction>?> methodsOf)
    {
        _filters = filters.ToDictionary(filter => filter.Name, StringComparer.Ordinal);
        _tests = tests.ToDictionary(test => test.Name, StringComparer.Ordinal);
        _globals = globals.ToDictionary(function => function.Name, function => new BoundFunction(function), StringComparer.Ordinal);
        _methodsOf = methodsOf;
    }

    public bool TryGetFilter(string name, [NotNullWhen(true)] out NativeFunction? filter) => _filters.TryGetValue(name, out filter);

    public bool TryGetTest(string name, [NotNullWhen(true)] out NativeFunction? test) => _tests.TryGetValue(name, out test);

    public bool TryGetGlobal(string name, [NotNullWhen(true)] out BoundFunction? function) => _globals.TryGetValue(name, out function);

    public bool HasFilter(string name) => _filters.ContainsKey(name);

    public bool HasTest(string name) => _tests.ContainsKey(name);

    /// <summary>Finds a method that values of a type have.</summary>
    public bool TryGetMethod(object? value, string name, [NotNullWhen(true)] out NativeFunction? method)
    {
        method = null;
        return _methodsOf(value)?.TryGetValue(name, out method) == true;
    }
}
