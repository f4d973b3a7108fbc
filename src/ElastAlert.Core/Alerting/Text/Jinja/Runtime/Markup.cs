using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a text that is HTML already: what is joined to it is escaped first.</summary>
internal sealed class Markup(string text) : PythonObject
{
    public override string TypeName => "Markup";

    public override bool IsTrue => text.Length > 0;

    public override string Text => text;

    /// <summary>Returns a value as HTML: texts are escaped unless they are HTML already.</summary>
    public static Markup Escape(object? value, RenderContext context) =>
        value as Markup ?? new Markup(Escaped(context.Str(value), context));

    /// <summary>Replaces what has a meaning in HTML.</summary>
    public static string Escaped(string text, RenderContext context)
    {
        if (text.AsSpan().IndexOfAny("&<>'\"") < 0)
            return text;
        var writer = new PythonTextWriter(context.Limits.MaxTextLength);
        foreach (var letter in text)
        {
            writer.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\'' => "&#39;",
                '"' => "&#34;",
                _ => char.ToString(letter),
            });
        }

        return writer.ToString();
    }

    public override void WriteRepr(PythonTextWriter writer)
    {
        writer.Append("Markup(");
        writer.Repr(text);
        writer.Append(")");
    }

    public override void WriteStr(PythonTextWriter writer) => writer.Append(text);

    public override bool Equals(object? obj) => obj is string other ? other == text : obj is Markup markup && markup.Text == text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);
}
