using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Makes the failures that Jinja adds to those of Python.</summary>
internal static class JinjaErrors
{
    public static PythonException Undefined(string message) => new("UndefinedError", message);

    public static PythonException Runtime(string message) => new("TemplateRuntimeError", message);

    public static PythonException Argument(string message) => new("FilterArgumentError", message);

    public static PythonException Limit(string message) => new("LimitError", message);
}
