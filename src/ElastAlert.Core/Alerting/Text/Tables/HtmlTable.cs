using System.Text;

namespace ElastAlert.Alerting.Text.Tables;

/// <summary>Writes a table in HTML; cells are escaped.</summary>
internal static class HtmlTable
{
    private const string Padding = "padding-left: 1em; padding-right: 1em; text-align: center";

    public static string Write(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows)
    {
        var html = new StringBuilder("<table frame=\"box\" rules=\"all\">\n    <thead>\n");
        AppendRow(html, headers, "th", Padding);
        html.Append("    </thead>\n    <tbody>\n");
        foreach (var row in rows)
            AppendRow(html, row, "td", Padding + "; vertical-align: top");
        return html.Append("    </tbody>\n</table>").ToString();
    }

    private static void AppendRow(StringBuilder html, IReadOnlyList<string> cells, string tag, string style)
    {
        html.Append("        <tr>\n");
        foreach (var cell in cells)
            html.Append("            <").Append(tag).Append(" style=\"").Append(style).Append("\">").Append(Escaped(cell)).Append("</").Append(tag).Append(">\n");
        html.Append("        </tr>\n");
    }

    private static string Escaped(string cell) => cell
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#x27;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);
}
