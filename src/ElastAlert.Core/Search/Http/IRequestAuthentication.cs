namespace ElastAlert.Search.Http;

/// <summary>Signs in to a cluster by what it adds to each request.</summary>
internal interface IRequestAuthentication
{
    /// <summary>Adds the headers that prove who asks.</summary>
    ValueTask ApplyAsync(HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}
