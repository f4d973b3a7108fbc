namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a value with attributes of its own.</summary>
internal interface IAttributes
{
    /// <summary>Finds an attribute; those that begin with an underscore are never asked for.</summary>
    bool TryGetAttribute(string name, RenderContext context, out object? value);
}
