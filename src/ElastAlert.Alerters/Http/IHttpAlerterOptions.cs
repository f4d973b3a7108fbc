namespace ElastAlert.Alerters.Http;

/// <summary>Is what the options of every alerter over HTTP have.</summary>
internal interface IHttpAlerterOptions
{
    /// <summary>Gets how the service is reached.</summary>
    AlerterHttpOptions Http { get; }
}
