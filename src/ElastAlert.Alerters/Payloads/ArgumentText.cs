using ElastAlert.Alerting.Text;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Is an option with an <c>*_args</c> option beside it: a text as it is without arguments, and one with placeholders with them.</summary>
internal sealed class ArgumentText
{
    private readonly string _text;
    private readonly IReadOnlyList<string> _args;
    private readonly FormatText? _format;

    private ArgumentText(string text, IReadOnlyList<string> args, FormatText? format)
    {
        _text = text;
        _args = args;
        _format = format;
    }

    /// <summary>Gets the text as written.</summary>
    public string Text => _text;

    /// <summary>Reads an option and its arguments.</summary>
    public static ArgumentText Read(AlerterOptionReader reader, string key, string defaultText = "")
    {
        var text = reader.Text(key, defaultText);
        var args = reader.Texts(key + "_args");
        return new ArgumentText(text, args, args.Count == 0 ? null : reader.Format(key, text));
    }

    /// <summary>Returns the text for an alert.</summary>
    public string Format(Alert alert, OptionMap options, string? missingText = null) => _format is null
        ? _text
        : _format.Format(ArgumentValues.Of(_args, alert, options, missingText ?? options.Text("alert_missing_value") ?? ArgumentValues.MissingText));
}
