using System.Text.RegularExpressions;

namespace ElastAlert.Alerting.Text.Placeholders;

/// <summary>Finds the placeholders of a text: <c>%(field)s</c> and <c>{field}</c>.</summary>
internal static partial class PlaceholderScanner
{
    /// <summary>Returns the placeholders in the notation of printf; a percent sign that begins none is a letter like any other.</summary>
    public static List<Placeholder> Percent(string template) =>
        [.. PercentField().Matches(template).Select(static match => new Placeholder(
            match.Index, match.Index + match.Length, match.Groups["name"].Value, match.Groups["format"].Value))];

    /// <summary>Returns the placeholders in braces, up to the first brace without a partner.</summary>
    /// <param name="template">The template.</param>
    /// <param name="isComplete">Whether every brace has a partner.</param>
    public static List<Placeholder> Braces(string template, out bool isComplete)
    {
        var fields = new List<Placeholder>();
        isComplete = true;
        for (var place = 0; place < template.Length;)
        {
            var letter = template[place];
            if (letter is not ('{' or '}'))
            {
                place++;
                continue;
            }

            var end = place + 1 < template.Length && template[place + 1] == letter ? place + 2 : EndOfField(template, place);
            if (end < 0)
            {
                isComplete = false;
                break;
            }

            fields.Add(Field(template, place, end));
            place = end;
        }

        return fields;
    }

    private static int EndOfField(string template, int start)
    {
        var depth = 0;
        for (var place = start; place < template.Length; place++)
        {
            depth += template[place] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return place + 1;
            if (depth < 0)
                break;
        }

        return -1;
    }

    private static Placeholder Field(string template, int start, int end)
    {
        if (template[start] == template[start + 1])
            return new Placeholder(start, end, "", "");
        var inside = template[(start + 1)..(end - 1)];
        var nameEnd = inside.AsSpan().IndexOfAny(".[!:");
        return nameEnd < 0
            ? new Placeholder(start, end, inside, "")
            : new Placeholder(start, end, inside[..nameEnd], inside[nameEnd..]);
    }

    [GeneratedRegex(@"%(?:%|\((?<name>[^()]*(?:\([^()]*\)[^()]*)*)\)(?<format>[-#0 +]*\d*(?:\.\d+)?[hlL]?[diouxXeEfFgGcrsa]))", RegexOptions.CultureInvariant)]
    private static partial Regex PercentField();
}
