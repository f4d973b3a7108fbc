using System.Numerics;
using System.Runtime.CompilerServices;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is one rendering of a template: its variables, its output, and what is left of its limits.</summary>
internal sealed class RenderContext : IStepBudget
{
    private const int CharactersPerStep = 8;

    private readonly IJinjaVariables _variables;
    private readonly Dictionary<string, object?> _found = new(StringComparer.Ordinal);
    private long _stepsLeft;
    private int _depth;

    public RenderContext(JinjaLibrary library, JinjaLimits limits, IJinjaVariables variables, Random random)
    {
        Library = library;
        Limits = limits;
        Random = random;
        _variables = variables;
        _stepsLeft = limits.MaxSteps;
        Comparer = new PythonComparer(this);
        Output = new PythonTextWriter(limits.MaxTextLength);
        Scope = OuterScope = new Scope(parent: null);
    }

    public JinjaLibrary Library { get; }

    public JinjaLimits Limits { get; }

    /// <summary>Gets where the filter <c>random</c> takes its chance from.</summary>
    public Random Random { get; }

    /// <summary>Gets how values of this rendering are compared; comparing costs steps.</summary>
    public PythonComparer Comparer { get; }

    public Scope Scope { get; private set; }

    /// <summary>Gets where printed values go: the output of the template, or what is being captured.</summary>
    public PythonTextWriter Output { get; private set; }

    /// <summary>Gets the scope that blocks see: of the outermost level of the template, or of the block around them.</summary>
    public Scope OuterScope { get; private set; }

    /// <summary>Gets whether printed values are escaped for HTML.</summary>
    public bool Autoescape { get; private set; }

    /// <summary>Gets or sets what is being rendered, for the message when it fails.</summary>
    public JinjaPosition Position { get; set; }

    public void Charge(long steps)
    {
        _stepsLeft -= steps;
        if (_stepsLeft < 0)
            throw JinjaErrors.Limit($"the template takes more than {Limits.MaxSteps} steps");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PythonException.Recursion();
    }

    /// <summary>Charges searching a text: the worst case grows with both lengths.</summary>
    public void ChargeSearch(int length, int patternLength) => Charge(1 + ((long)length * patternLength / 1024));

    /// <summary>Checks a value that was made, and charges its size.</summary>
    public object? Admit(object? value)
    {
        switch (value)
        {
            case string text: CheckLength(text.Length); break;
            case PythonObject { Text: { } text }: CheckLength(text.Length); break;
            case PythonSequence sequence: CheckCount(sequence.Items.Count); break;
            case BigInteger integer: CheckBits(integer.GetBitLength()); break;
        }

        return value;
    }

    /// <summary>Checks the length of a text that is about to be made, and charges it.</summary>
    public void CheckLength(long length)
    {
        if (length > Limits.MaxTextLength)
            throw JinjaErrors.Limit($"a text grows beyond {Limits.MaxTextLength} characters");
        Charge(length / CharactersPerStep);
    }

    /// <summary>Checks the number of members of a list that is about to be made, and charges it.</summary>
    public void CheckCount(long count)
    {
        if (count > Limits.MaxItems)
            throw JinjaErrors.Limit($"a list grows beyond {Limits.MaxItems} members");
        Charge(count);
    }

    /// <summary>Checks the size of a whole number that is about to be made, and charges it.</summary>
    public void CheckBits(long bits)
    {
        if (bits > Limits.MaxIntegerBits)
            throw JinjaErrors.Limit($"a number grows beyond {Limits.MaxIntegerBits} bits");
        Charge(bits / 64);
    }

    /// <summary>Returns a value as text for people.</summary>
    public string Str(object? value) => value as string ?? ValueText.Str(value, Limits.MaxTextLength);

    /// <summary>Finds a name in the scopes, the variables and the global functions.</summary>
    public object? Resolve(string name)
    {
        if (Scope.TryGet(name, out var value) || _found.TryGetValue(name, out value))
            return value;
        if (_variables.TryGet(name, this, out value))
            return _found[name] = value;
        return Library.TryGetGlobal(name, out var function) ? function : Undefined.Name(name);
    }

    /// <summary>Does something in a scope inside another one.</summary>
    public void WithScope(Scope parent, Action<RenderContext> action)
    {
        var outer = Scope;
        Scope = new Scope(parent);
        try
        {
            action(this);
        }
        finally
        {
            Scope = outer;
        }
    }

    /// <summary>Does something apart from the scopes around it, with the names of one of them.</summary>
    public void Apart(Scope visible, Action<RenderContext> action)
    {
        var outer = OuterScope;
        OuterScope = visible.Flatten();
        try
        {
            WithScope(OuterScope, action);
        }
        finally
        {
            OuterScope = outer;
        }
    }

    /// <summary>Does something with the escaping of printed values on or off.</summary>
    public void WithAutoescape(bool isOn, Action<RenderContext> action)
    {
        var outer = Autoescape;
        Autoescape = isOn;
        try
        {
            action(this);
        }
        finally
        {
            Autoescape = outer;
        }
    }

    /// <summary>Does something and returns what it printed, instead of printing it.</summary>
    public string Capture(Action<RenderContext> action)
    {
        var outer = Output;
        Output = new PythonTextWriter(Limits.MaxTextLength);
        try
        {
            action(this);
            var text = Output.ToString();
            CheckLength(text.Length);
            return text;
        }
        finally
        {
            Output = outer;
        }
    }

    /// <summary>Does something one call deeper.</summary>
    public T Deeper<T>(Func<RenderContext, T> action)
    {
        if (++_depth > Limits.MaxDepth)
            throw PythonException.Recursion();
        try
        {
            return action(this);
        }
        finally
        {
            _depth--;
        }
    }
}
