using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Formats texts that are HTML: the values put into them are escaped.</summary>
internal static class MarkupFormat
{
    public static Markup Percent(string text, object? values, RenderContext context)
    {
        object? escaped = values switch
        {
            PythonTuple tuple => new PythonTuple([.. tuple.Items.Select(item => Escaped(item, context))]),
            PythonDict dict => EscapedDict(dict, context),
            _ => Escaped(values, context),
        };
        return new Markup(PercentTemplate.Parse(text).Render(escaped, context.Limits.MaxTextLength));
    }

    public static Markup Brace(string text, FormatArguments arguments, RenderContext context) => new(BraceTemplate.Parse(text).Render(arguments with
    {
        Positional = [.. arguments.Positional.Select(value => Escaped(value, context))],
        Named = arguments.Named.ToDictionary(member => member.Key, member => Escaped(member.Value, context), StringComparer.Ordinal),
    }));

    /// <summary>Numbers stay numbers, so that they can be formatted; everything else is a text with nothing left to escape.</summary>
    private static object? Escaped(object? value, RenderContext context) =>
        value is double || PythonInteger.TryGet(value, out _) ? value : Markup.Escape(value, context).Text;

    private static PythonDict EscapedDict(PythonDict dict, RenderContext context)
    {
        var escaped = new PythonDict(context.Comparer);
        foreach (var (key, value) in dict.Members)
            escaped[key] = Escaped(value, context);
        return escaped;
    }
}
