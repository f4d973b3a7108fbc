using ElastAlert.Alerters.Http;
using ElastAlert.Search.Aws;

namespace ElastAlert.Alerters.Aws;

/// <summary>Sends actions to a service of AWS, signed, in the protocol that all of the older services speak: a form in, XML out.</summary>
internal sealed class AwsSender(AwsService service, AlertHttpSender sender)
{
    /// <summary>Sends an action that delivers an alert.</summary>
    /// <param name="action">The action, and the version of the interface that has it.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="AlertDeliveryException">There are no credentials, or the service did not take the action.</exception>
    public async Task<AlertReceipt> SendAsync(
        (string Name, string Version) action, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        var call = HttpCall.PostForm(service.Endpoint.AbsoluteUri, [new("Action", action.Name), new("Version", action.Version), .. parameters]);
        call = call with { Headers = await SignAsync(call, cancellationToken).ConfigureAwait(false) };
        var answer = await sender.AskAsync(call, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? AlertReceipt.None : throw AwsFailure.Of(answer, call, sender.Service);
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> SignAsync(HttpCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await service.SignAsync(call.Method, service.Endpoint, call.Body, cancellationToken).ConfigureAwait(false);
        }
        catch (SearchException exception)
        {
            // Whatever is wrong with credentials can be mended while the alert waits.
            throw new AlertDeliveryException($"{sender.Service}: {exception.Message}", exception);
        }
    }
}
