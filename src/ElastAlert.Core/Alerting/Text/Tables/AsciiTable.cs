using System.Text;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Tables;

/// <summary>Draws a table with lines around its cells, no wider than a limit: what does not fit is wrapped.</summary>
internal sealed class AsciiTable(int maxWidth)
{
    private const int TabWidth = 8;

    public string Write(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows)
    {
        var widths = Widths(headers, rows);
        var line = Rule(widths, '-');
        var table = new StringBuilder().Append(line).Append('\n');
        AppendRow(table, headers, widths, Centred);
        table.Append(Rule(widths, '='));
        if (rows.Count == 0)
            table.Append('\n').Append(line);
        foreach (var row in rows)
        {
            table.Append('\n');
            AppendRow(table, row, widths, static (cell, width) => cell + Spaces(width - DisplayWidth.Of(cell)));
            table.Append(line);
        }

        return table.ToString();
    }

    /// <summary>Deals the width out to the columns in turn, none getting more than it needs, when they need more than there is.</summary>
    private int[] Widths(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows)
    {
        int[] needed = [.. headers.Select((header, column) => Math.Max(Widest(header), rows.Select(row => Widest(row[column])).DefaultIfEmpty().Max()))];
        var available = maxWidth - (3 * (needed.Length - 1)) - 4;
        if (needed.Sum() <= available)
            return needed;

        // A table of very many columns cannot keep the limit; each still gets one character.
        int[] dealt = [.. needed.Select(static width => Math.Min(width, 1))];
        for (var left = available - dealt.Sum(); left > 0;)
        {
            for (var column = 0; column < dealt.Length && left > 0; column++)
            {
                if (dealt[column] >= needed[column])
                    continue;
                dealt[column]++;
                left--;
            }
        }

        return [.. dealt.Select(static width => Math.Max(width, 1))];
    }

    private static int Widest(string cell) => cell.Split('\n').Max(DisplayWidth.Of);

    private static string Rule(int[] widths, char letter) => $"+{string.Join('+', widths.Select(width => new string(letter, width + 2)))}+";

    private static void AppendRow(StringBuilder table, IReadOnlyList<string> cells, int[] widths, Func<string, int, string> align)
    {
        List<string>[] lines = [.. cells.Select((cell, column) => Wrapped(cell, widths[column]))];
        var height = lines.Max(static cell => cell.Count);
        for (var row = 0; row < height; row++)
        {
            var parts = lines.Select((cell, column) => align(row < cell.Count ? cell[row] : "", widths[column]));
            table.Append("| ").AppendJoin(" | ", parts).Append(" |\n");
        }
    }

    private static List<string> Wrapped(string cell, int width)
    {
        var lines = new List<string>();
        var wrapper = new TextWrapper(width);
        foreach (var line in cell.Split('\n'))
        {
            var wrapped = wrapper.Wrap(WithPlainSpaces(line));
            lines.AddRange(wrapped.Count == 0 ? [""] : wrapped);
        }

        return lines;
    }

    private static string WithPlainSpaces(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            if (letter == '\t')
                plain.Append(' ', TabWidth - (plain.Length % TabWidth));
            else
                plain.Append(letter is '\v' or '\f' or '\r' ? ' ' : letter);
        }

        return plain.ToString();
    }

    private static string Centred(string cell, int width)
    {
        var fill = width - DisplayWidth.Of(cell);
        return Spaces(fill / 2) + cell + Spaces(fill - (fill / 2));
    }

    private static string Spaces(int count) => new(' ', Math.Max(0, count));
}
