namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a value that a template can call.</summary>
internal interface ICallable
{
    object? Call(RenderContext context, CallArguments arguments);
}
