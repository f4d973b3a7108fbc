using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Writes values as Python's <c>str</c> and <c>repr</c> do, up to a greatest length.</summary>
internal sealed class PythonTextWriter(int maxLength = int.MaxValue)
{
    private const int MaxDepth = 500;

    private readonly StringBuilder _text = new();
    private readonly Stack<object> _open = new();
    private readonly HashSet<object> _isOpen = new(ReferenceEqualityComparer.Instance);

    public void Append(string text)
    {
        if (text.Length > maxLength - _text.Length)
            throw new PythonException("MemoryError", $"a text grows beyond {maxLength} characters");
        _text.Append(text);
    }

    /// <summary>Writes a value for people.</summary>
    public void Str(object? value)
    {
        switch (value)
        {
            case string text: Append(text); break;
            case PythonObject other: other.WriteStr(this); break;
            default: Repr(value); break;
        }
    }

    /// <summary>Writes a value as source code would.</summary>
    public void Repr(object? value)
    {
        switch (value)
        {
            case null: Append("None"); break;
            case bool boolean: Append(boolean ? "True" : "False"); break;
            case long or BigInteger: Append(PythonInteger.Text(value)); break;
            case double number: Append(PythonText.OfDouble(number)); break;
            case string text: Append(PythonText.Quote(text)); break;
            case PythonObject other: other.WriteRepr(this); break;
            default: throw new ArgumentException($"{value.GetType()} is no type of values in texts.", nameof(value));
        }
    }

    /// <summary>Begins a container; answers <see langword="false"/> inside that same container.</summary>
    public bool Enter(object container)
    {
        if (_open.Count >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PythonException.Recursion();
        if (!_isOpen.Add(container))
            return false;
        _open.Push(container);
        return true;
    }

    /// <summary>Ends the container begun last.</summary>
    public void Leave() => _isOpen.Remove(_open.Pop());

    public override string ToString() => _text.ToString();
}
