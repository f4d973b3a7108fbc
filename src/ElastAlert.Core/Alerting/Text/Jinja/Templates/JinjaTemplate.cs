using ElastAlert.Alerting.Text.Jinja.Filters;
using ElastAlert.Alerting.Text.Jinja.Methods;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Syntax;
using ElastAlert.Alerting.Text.Jinja.Tests;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Templates;

/// <summary>Is a Jinja template, read once and rendered many times, from many threads if need be.</summary>
internal sealed class JinjaTemplate
{
    private static readonly JinjaLibrary Library = new(FilterTable.All, TestTable.All, GlobalFunctions.All, MethodTables.Of);

    private readonly Body _body;
    private readonly TemplateCheck _check;

    private JinjaTemplate(Body body)
    {
        _body = body;
        _check = TemplateCheck.Run(body);
        FrameNames.Trace(body);
    }

    /// <summary>Reads a template; rendering it fails where it asks for another one.</summary>
    /// <exception cref="JinjaSyntaxException">The text is no template.</exception>
    public static JinjaTemplate Parse(string source) => new(StatementParser.Parse(source, Library));

    /// <summary>Reads a template that asks for no other one.</summary>
    /// <exception cref="JinjaSyntaxException">The text is no template, or asks for another one.</exception>
    public static JinjaTemplate ParseAlone(string source)
    {
        var template = Parse(source);
        return template._check.OtherTemplate is null ? template : throw template._check.OtherTemplate;
    }

    /// <summary>Renders the template.</summary>
    /// <param name="variables">The values that it may name.</param>
    /// <param name="limits">How much it may do.</param>
    /// <param name="random">Where the filter <c>random</c> takes its chance from.</param>
    /// <exception cref="JinjaRenderException">It cannot be rendered with these values, or does too much.</exception>
    public string Render(IJinjaVariables variables, JinjaLimits? limits = null, Random? random = null)
    {
        var context = new RenderContext(Library, limits ?? JinjaLimits.Default, variables, random ?? Random.Shared);
        try
        {
            _body.Render(context);
            return context.Output.ToString();
        }
        catch (PythonException exception)
        {
            throw new JinjaRenderException(exception.Message, context.Position, exception);
        }
    }
}
