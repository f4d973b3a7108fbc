using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Templates;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text;

/// <summary>Is a Jinja template, as options of alerters have it.</summary>
/// <remarks>Read once and rendered often. It reaches nothing but its variables, and is bounded in output, steps and depth.</remarks>
public sealed class TemplateText
{
    private readonly JinjaTemplate _template;

    private TemplateText(JinjaTemplate template) => _template = template;

    /// <summary>Reads a template.</summary>
    /// <param name="source">The template.</param>
    /// <exception cref="FormatException">The text is no template; the message begins with line and column.</exception>
    public static TemplateText Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return new TemplateText(JinjaTemplate.ParseAlone(source));
        }
        catch (JinjaSyntaxException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Renders the template.</summary>
    /// <param name="variables">The values that it may name.</param>
    /// <param name="rootName">The name of all variables together, such as <c>_data</c>.</param>
    /// <exception cref="AlertDeliveryException">It cannot be rendered with these values, or does too much.</exception>
    public string Render(Document variables, string rootName)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(rootName);
        try
        {
            return _template.Render(new Variables(variables, rootName));
        }
        catch (JinjaRenderException exception)
        {
            throw new AlertDeliveryException($"A template cannot be rendered: {exception.Message}", isTransient: false, innerException: exception);
        }
    }

    private sealed class Variables(Document document, string rootName) : IJinjaVariables
    {
        public bool TryGet(string name, RenderContext context, out object? value)
        {
            value = null;
            if (name == rootName)
                value = PythonValue.FromJson(document.ToJson(), context.Comparer);
            else if (document.TryGetMember(name, out var member))
                value = PythonValue.FromJson(member, context.Comparer);
            else
                return false;
            return true;
        }
    }
}
