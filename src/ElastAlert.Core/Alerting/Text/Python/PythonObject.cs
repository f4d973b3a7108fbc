namespace ElastAlert.Alerting.Text.Python;

/// <summary>
/// Is a value that .NET has no type for. The others are <see langword="null"/>, <see cref="bool"/>, <see cref="long"/>,
/// <see cref="System.Numerics.BigInteger"/> beyond that, <see cref="double"/> and <see cref="string"/>.
/// </summary>
internal abstract class PythonObject
{
    /// <summary>Gets Python's name of the type, as error messages show it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Gets whether a condition takes the value for true.</summary>
    public virtual bool IsTrue => true;

    /// <summary>Gets the text, when the value is one of another kind than <see cref="string"/>.</summary>
    public virtual string? Text => null;

    /// <summary>Gets whether the value has items, so that a printf text may leave some of it unused.</summary>
    public virtual bool HasItems => false;

    /// <summary>Writes the value as source code would.</summary>
    public virtual void WriteRepr(PythonTextWriter writer) => writer.Append($"<{TypeName} object>");

    /// <summary>Writes the value for people.</summary>
    public virtual void WriteStr(PythonTextWriter writer) => WriteRepr(writer);
}
