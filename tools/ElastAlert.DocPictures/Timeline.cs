using System.Globalization;
using System.Text;

namespace ElastAlert.DocPictures;

/// <summary>Draws a time line: dots or bars for what happens, triangles for the matches.</summary>
public static class Timeline
{
    private const int Width = 720;
    private const int Height = 150;
    private const int Left = 20;
    private const int Axis = 100;
    private const double MinuteWidth = 34;
    private const double BarHeight = 60;

    /// <summary>Returns the picture of a scenario as SVG.</summary>
    public static string Draw(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var svg = new StringBuilder();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="sans-serif" font-size="11" role="img">""");
        Line(svg, $"""  <title>When {scenario.Type} fires: {scenario.Caption}</title>""");
        Line(svg, $"""  <rect width="{Width}" height="{Height}" fill="#ffffff"/>""");
        DrawAxis(svg, scenario);
        var highest = scenario.Happenings.Max(static happening => happening.Value) ?? 1;
        foreach (var happening in scenario.Happenings)
            DrawHappening(svg, happening, highest);
        foreach (var minute in Evaluation.Matches(scenario).Distinct())
            DrawMatch(svg, minute);
        Line(svg, "</svg>");
        return svg.ToString();
    }

    private static void DrawAxis(StringBuilder svg, Scenario scenario)
    {
        Line(svg, $"""  <line x1="{Left}" y1="{Axis}" x2="{Width - Left}" y2="{Axis}" stroke="#888888"/>""");
        for (var minute = 0; minute <= 20; minute += 5)
        {
            Line(svg, $"""  <line x1="{X(minute)}" y1="{Axis}" x2="{X(minute)}" y2="{Axis + 5}" stroke="#888888"/>""");
            Line(svg, $"""  <text x="{X(minute)}" y="{Axis + 18}" text-anchor="middle" fill="#555555">{minute} min</text>""");
        }

        Line(svg, $"""  <text x="{Left}" y="{Height - 8}" fill="#222222">{scenario.Caption}</text>""");
    }

    private static void DrawHappening(StringBuilder svg, Happening happening, double highest)
    {
        if (happening.Value is { } value)
        {
            var height = Math.Round(value / highest * BarHeight, 1);
            Line(svg, $"""  <rect x="{X(happening.Minute) - 8}" y="{Axis - height}" width="16" height="{height}" fill="#9ec5e8"/>""");
            Line(svg, $"""  <text x="{X(happening.Minute)}" y="{Axis - 4}" text-anchor="middle" fill="#222222">{happening.Label}</text>""");
            return;
        }

        Line(svg, $"""  <circle cx="{X(happening.Minute)}" cy="{Axis - 12}" r="4" fill="#3b7dbd"/>""");
        if (happening.Label.Length > 0)
            Line(svg, $"""  <text x="{X(happening.Minute)}" y="{Axis - 24}" text-anchor="middle" fill="#222222">{happening.Label}</text>""");
    }

    private static void DrawMatch(StringBuilder svg, double minute) =>
        Line(svg, $"""  <path d="M {X(minute) - 6} 14 L {X(minute) + 6} 14 L {X(minute)} 26 Z" fill="#d0312d"><title>match</title></path>""");

    private static double X(double minute) => Math.Round(Left + minute * MinuteWidth, 1);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder svg, string text) => svg.Append(text).Append('\n');
}
