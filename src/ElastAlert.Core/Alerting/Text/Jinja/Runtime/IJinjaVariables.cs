namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Gives a template the values that it may name.</summary>
internal interface IJinjaVariables
{
    /// <summary>Finds a variable; values are made for this rendering, with its comparer.</summary>
    bool TryGet(string name, RenderContext context, out object? value);
}
