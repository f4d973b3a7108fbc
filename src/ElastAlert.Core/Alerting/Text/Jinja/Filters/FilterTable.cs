using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Filters;

/// <summary>Lists all built-in filters.</summary>
internal static class FilterTable
{
    public static IReadOnlyList<NativeFunction> All { get; } =
    [
        .. TextFilters.All,
        .. HtmlFilters.All,
        .. NumberFilters.All,
        .. SequenceFilters.All,
        .. SortingFilters.All,
        .. SelectionFilters.All,
        .. GeneralFilters.All,
    ];
}
