namespace ElastAlert.Alerting.Text.Tables;

/// <summary>Writes a table in Markdown; what would break its rows is escaped.</summary>
internal static class MarkdownTable
{
    public static string Write(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows)
    {
        var separator = string.Concat(Enumerable.Repeat("|-----", headers.Count)) + "|\n";
        return Row(headers) + separator + string.Concat(rows.Select(Row));
    }

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(Escaped))} |\n";

    private static string Escaped(string cell) => cell
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\r\n", " ", StringComparison.Ordinal)
        .Replace('\n', ' ')
        .Replace('\r', ' ');
}
