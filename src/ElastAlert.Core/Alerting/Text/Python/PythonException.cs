namespace ElastAlert.Alerting.Text.Python;

/// <summary>Says that an operation on values failed the way Python fails, with the name that Python has for it.</summary>
internal sealed class PythonException(string kind, string message, Exception? innerException = null)
    : Exception($"{kind}: {message}", innerException)
{
    /// <summary>Gets Python's name of the failure, such as <c>TypeError</c>.</summary>
    public string Kind { get; } = kind;

    public static PythonException Type(string message) => new("TypeError", message);

    public static PythonException Value(string message) => new("ValueError", message);

    public static PythonException Key(string message) => new("KeyError", message);

    public static PythonException Index(string message) => new("IndexError", message);

    public static PythonException Attribute(string message) => new("AttributeError", message);

    public static PythonException Overflow(string message) => new("OverflowError", message);

    public static PythonException ZeroDivision(string message) => new("ZeroDivisionError", message);

    public static PythonException Recursion(Exception? innerException = null) =>
        new("RecursionError", "values or calls are nested too deeply", innerException);
}
