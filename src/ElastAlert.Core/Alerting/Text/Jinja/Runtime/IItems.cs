namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a value that can be iterated over.</summary>
internal interface IItems
{
    /// <summary>Gets how many members there are, or <see langword="null"/> when only iterating tells.</summary>
    int? Count { get; }

    IEnumerable<object?> Enumerate(RenderContext context);
}
