using System.Buffers;
using System.Net;
using System.Text;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists the filters that make, or unmake, HTML and addresses.</summary>
internal static class HtmlFilters
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\n\r\f\v/>=");

    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        new("escape", [], static (context, value, _) => Markup.Escape(value, context)),
        new("e", [], static (context, value, _) => Markup.Escape(value, context)),
        new("forceescape", [], static (context, value, _) => new Markup(Markup.Escaped(context.Str(value), context))),
        new("safe", [], static (context, value, _) => value as Markup ?? new Markup(context.Str(value))),
        new("striptags", [], static (context, value, _) => StripTags(context.Str(value))),
        new("urlencode", [], UrlEncode),
        new("urlize", [("trim_url_limit", null), ("nofollow", false), ("target", null), ("rel", null), ("extra_schemes", null)], Urlize),
        new("xmlattr", [("autospace", true)], Attributes),
    ];

    private static string StripTags(string text)
    {
        var bare = Without(Without(text, "<!--", "-->"), "<", ">");
        var words = bare.Split([.. bare.Where(PythonChars.IsSpace).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return WebUtility.HtmlDecode(string.Join(' ', words).Replace("&apos;", "'", StringComparison.Ordinal));
    }

    private static string Without(string text, string begin, string end)
    {
        var kept = new StringBuilder(text.Length);
        var position = 0;
        while (text.IndexOf(begin, position, StringComparison.Ordinal) is var start and >= 0
            && text.IndexOf(end, start, StringComparison.Ordinal) is var stop and >= 0)
        {
            kept.Append(text, position, start - position);
            position = stop + end.Length;
        }

        return kept.Append(text, position, text.Length - position).ToString();
    }

    private static string UrlEncode(RenderContext context, object? value, object?[] arguments)
    {
        if (Argument.TryText(value) is not null || Iteration.TryOf(value, context) is null)
            return UrlText.Quote(context.Str(value), inQuery: false);
        var pairs = value is PythonDict dict ? PythonView.Items(dict).Enumerate(context) : Iteration.Of(value, context);
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        var isFirst = true;
        foreach (var pair in pairs)
        {
            var members = Iteration.Unpack(pair, 2, context);
            writer.Append(isFirst ? "" : "&");
            isFirst = false;
            writer.Append(UrlText.Quote(context.Str(members[0]), inQuery: true) + "=" + UrlText.Quote(context.Str(members[1]), inQuery: true));
        }

        return writer.ToString();
    }

    private static object Urlize(RenderContext context, object? value, object?[] arguments)
    {
        var rel = (arguments[3] is null ? "" : Argument.Text(arguments[3])).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("noopener");
        if (Argument.Flag(arguments[1]))
            rel = rel.Append("nofollow");
        var schemes = arguments[4] is null ? [] : Iteration.ToList(arguments[4], context).Select(Argument.Text).ToArray();
        if (schemes.FirstOrDefault(scheme => !LinkText.IsScheme(scheme)) is { } wrong)
            throw JinjaErrors.Argument($"{PythonText.Quote(wrong)} is not a valid URI scheme prefix.");
        var links = new LinkText
        {
            Limit = arguments[0] is null ? null : Argument.Int(arguments[0]),
            Rel = Markup.Escaped(string.Join(' ', rel.Distinct().Order(StringComparer.Ordinal)), context),
            Target = arguments[2] is null ? null : Markup.Escaped(Argument.Text(arguments[2]), context),
            ExtraSchemes = schemes,
        };
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        links.Write(Markup.Escape(value, context).Text, writer);
        return context.Autoescape ? new Markup(writer.ToString()) : writer.ToString();
    }

    private static object Attributes(RenderContext context, object? value, object?[] arguments)
    {
        if (value is Undefined missing)
            throw missing.Fail();
        if (value is not PythonDict dict)
            throw PythonException.Attribute($"'{PythonType.NameOf(value)}' object has no attribute 'items'");
        var attributes = dict.Members.Where(member => member.Value is not (null or Undefined)).Select(member => Attribute(context, member)).ToArray();
        var text = string.Join(' ', attributes);
        if (text.Length > 0 && Argument.Flag(arguments[0]))
            text = " " + text;
        return context.Autoescape ? new Markup(text) : text;
    }

    private static string Attribute(RenderContext context, KeyValuePair<object?, object?> member)
    {
        var key = Argument.Text(member.Key);
        if (key.AsSpan().ContainsAny(NotInNames))
            throw PythonException.Value($"Invalid character in attribute name: {PythonText.Quote(key)}");
        var text = $"{Markup.Escaped(key, context)}=\"{Markup.Escape(member.Value, context).Text}\"";
        context.CheckLength(text.Length);
        return text;
    }
}
