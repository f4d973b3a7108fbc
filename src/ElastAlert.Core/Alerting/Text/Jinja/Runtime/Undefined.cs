using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what a name or member that does not exist gives: it prints nothing, and fails when more is asked of it.</summary>
internal sealed class Undefined(string message) : PythonObject
{
    /// <summary>Gets the value of an inline condition that is false and has no other branch.</summary>
    public static Undefined NoElse { get; } = new("the inline if-expression evaluated to false and no else section was defined.");

    public override string TypeName => "Undefined";

    public override bool HasItems => true;

    public override bool IsTrue => false;

    /// <summary>Creates the value of a name that nothing defines.</summary>
    public static Undefined Name(string name) => new($"'{name}' is undefined");

    /// <summary>Creates the value of a member that a value does not have.</summary>
    public static Undefined Member(object? value, object? key)
    {
        var owner = value is null ? "None" : $"{PythonType.NameOf(value)} object";
        return new(key is string name ? $"'{owner}' has no attribute '{name}'" : $"{owner} has no element {KeyText(key)}");
    }

    /// <summary>Makes the failure of an operation that needs a value.</summary>
    public PythonException Fail() => JinjaErrors.Undefined(message);

    public override void WriteRepr(PythonTextWriter writer) => writer.Append("Undefined");

    public override void WriteStr(PythonTextWriter writer)
    {
    }

    public override bool Equals(object? obj) => obj is Undefined;

    public override int GetHashCode() => 0;

    private static string KeyText(object? key) => key is long ? ValueText.Repr(key) : $"of type {PythonType.NameOf(key)}";
}
