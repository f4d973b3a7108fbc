using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Tables;

/// <summary>Is the summary that heads an alert: how often each combination of some fields is among its matches.</summary>
/// <remarks>It also heads alerts that are not aggregated, and as HTML it has no heading; rules in the field rely on both (alerters.md 1.7).</remarks>
internal sealed class SummaryTable
{
    private readonly IReadOnlyList<TextField> _fields;
    private readonly IReadOnlyList<string> _headers;
    private readonly string _type;
    private readonly int _width;
    private readonly long? _maxRows;
    private readonly string _prefix;
    private readonly string _suffix;

    private SummaryTable(OptionMap options, OptionValue fields, int width)
    {
        IReadOnlyList<OptionValue> columns = fields.Kind == OptionKind.List ? fields.Items : [fields];
        _fields = [.. columns.Select(static column => TextField.Parse(PathOf(column)))];
        _headers = [.. columns.Select(static column => column.Members.Text("header") ?? PathOf(column)), "count"];
        _type = options.Text("summary_table_type") ?? "ascii";
        _width = width;
        _maxRows = options.TryGetValue("summary_table_max_rows", out var rows) ? rows.Value as long? : null;
        _prefix = options.Text("summary_prefix") ?? "";
        _suffix = options.Text("summary_suffix") ?? "";
    }

    /// <summary>Reads the options of a summary; <see langword="null"/> when there is none.</summary>
    public static SummaryTable? Read(OptionMap options, int width) =>
        options.TryGetValue("summary_table_fields", out var fields) && !fields.IsFalsy ? new SummaryTable(options, fields, width) : null;

    public string Write(IReadOnlyList<RuleMatch> matches)
    {
        var rows = Rows(matches);
        var limit = _maxRows is null ? "" : $"Showing top {_maxRows} rows\n";
        return _type switch
        {
            "html" => HtmlTable.Write(_headers, rows) + limit + _suffix,
            "markdown" => Heading() + MarkdownTable.Write(_headers, rows) + "\n" + limit + _suffix,
            _ => Heading() + new AsciiTable(_width).Write(_headers, rows) + "\n\n" + limit + _suffix,
        };
    }

    private string Heading()
    {
        var names = ValueText.Repr(new PythonList([.. _fields.Select(static column => column.Name), "count"]));
        var prefix = _prefix.Length == 0 ? "" : _prefix + "\n";
        return $"{prefix}Aggregation resulted in the following data for summary_table_fields ==> {names}:\n\n";
    }

    private List<string[]> Rows(IReadOnlyList<RuleMatch> matches)
    {
        var counts = new OrderedDictionary<string[], long>(RowComparer.Instance);
        foreach (var match in matches)
        {
            string[] row = [.. _fields.Select(column => column.Find(match.Fields).ToText())];
            counts[row] = counts.GetValueOrDefault(row) + 1;
        }

        var rows = _maxRows is { } max ? counts.OrderByDescending(static row => row.Value).Take((int)Math.Clamp(max, 0, int.MaxValue)) : counts;
        return [.. rows.Select(static row => (string[])[.. row.Key, PythonInteger.Text(row.Value)])];
    }

    private static string PathOf(OptionValue column) => column.Kind == OptionKind.Map
        ? column.Members.Text("path") ?? ""
        : ValueText.Str(PythonValue.FromOption(column, PythonComparer.Unlimited));
}
