namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what may stand behind the name of a block.</summary>
/// <param name="IsScoped">Whether it sees the names around it.</param>
/// <param name="IsRequired">Whether another template must replace it.</param>
internal sealed record BlockOptions(bool IsScoped, bool IsRequired);
