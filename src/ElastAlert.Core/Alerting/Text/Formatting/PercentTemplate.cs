using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Is a printf text, read once and written many times: Python's <c>text % values</c>.</summary>
internal sealed class PercentTemplate
{
    private readonly IReadOnlyList<(string Literal, PercentSpec? Spec)> _parts;

    private PercentTemplate(IReadOnlyList<(string Literal, PercentSpec? Spec)> parts) => _parts = parts;

    /// <summary>Reads a text.</summary>
    /// <exception cref="PythonException">The text is no printf text.</exception>
    public static PercentTemplate Parse(string text)
    {
        var parts = new List<(string, PercentSpec?)>();
        var position = 0;
        while (text.IndexOf('%', position) is var percent and >= 0)
        {
            var reader = new PercentSpecReader(text, percent + 1);
            var spec = reader.Read();
            parts.Add((text[position..percent], spec));
            position = reader.Position;
        }

        parts.Add((text[position..], null));
        return new PercentTemplate(parts);
    }

    /// <summary>Writes the text with values.</summary>
    /// <param name="values">A tuple of values, a dictionary of named ones, or a single value.</param>
    /// <param name="maxLength">The greatest length of the text.</param>
    /// <exception cref="PythonException">Values are missing, left over, do not suit their conversion, or the text grows too long.</exception>
    public string Render(object? values, int maxLength = int.MaxValue)
    {
        var arguments = new PercentArguments(values);
        var text = new PythonTextWriter(maxLength);
        foreach (var (literal, spec) in _parts)
        {
            text.Append(literal);
            if (spec is not null)
                text.Append(Render(spec, arguments, maxLength));
        }

        arguments.CheckAllUsed();
        return text.ToString();
    }

    private static string Render(PercentSpec spec, PercentArguments arguments, int maxLength)
    {
        if (spec.Name is not null)
            arguments.Select(spec.Name);
        if (spec.Width == PercentSpec.FromArguments)
            spec = arguments.TakeWidth(spec);
        if (spec.Precision == PercentSpec.FromArguments)
            spec = spec with { Precision = Math.Max(arguments.TakeNumber(), 0) };
        return spec.Type == '%' ? "%" : PercentFormatter.Format(arguments.Take(), spec, maxLength);
    }
}
