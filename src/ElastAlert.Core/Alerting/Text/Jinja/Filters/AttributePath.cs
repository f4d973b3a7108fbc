using System.Globalization;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Is a path to a part of each member of a list: <c>host.name</c>, <c>ip.0</c>.</summary>
internal sealed class AttributePath
{
    private readonly IReadOnlyList<object?> _steps;
    private readonly RenderContext _context;

    private AttributePath(IReadOnlyList<object?> steps, RenderContext context)
    {
        _steps = steps;
        _context = context;
    }

    /// <summary>Gets what stands for a part that a member does not have, or <see langword="null"/>.</summary>
    public object? Default { get; init; }

    /// <summary>Gets whether texts lose their case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Reads a path; None leads to the member itself.</summary>
    public static AttributePath Of(object? path, RenderContext context, object? defaultValue = null, bool ignoresCase = false) =>
        new(Steps(path), context) { Default = defaultValue, IgnoresCase = ignoresCase };

    /// <summary>Follows the path from a member.</summary>
    public object? Find(object? item)
    {
        foreach (var step in _steps)
        {
            item = Subscript.Item(item, step, _context);
            if (Default is not null && item is Undefined)
                item = Default;
        }

        return IgnoresCase && Argument.TryText(item) is { } text ? CaseMapping.Lower(text) : item;
    }

    private static IReadOnlyList<object?> Steps(object? path) => path switch
    {
        null => [],
        _ when Argument.TryText(path) is { } text => [.. text.Split('.').Select(Step)],
        _ => [path],
    };

    private static object? Step(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : text;
}
