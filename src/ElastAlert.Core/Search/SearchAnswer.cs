using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Is an answer that has arrived and was parsed; its memory is rented and goes back on disposal.</summary>
internal sealed class SearchAnswer : IDisposable
{
    private readonly JsonDocument _document;
    private readonly PooledBody _body;

    private SearchAnswer(JsonDocument document, PooledBody body)
    {
        _document = document;
        _body = body;
    }

    /// <summary>Gets the root, valid until disposal.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Reads and checks an answer, and disposes it.</summary>
    /// <exception cref="SearchException">The server refuses, or what came is not JSON.</exception>
    public static async Task<SearchAnswer> ReadAsync(SearchResponse response, CancellationToken cancellationToken)
    {
        await using (response.ConfigureAwait(false))
        {
            var body = await PooledBody.ReadAsync(response.Body, cancellationToken).ConfigureAwait(false);
            try
            {
                if (!response.IsSuccess)
                    throw SearchFailure.Refused(response, body.Bytes);
                LoneSurrogates.Replace(body.Bytes.Span);
                return new SearchAnswer(Parse(response, body.Bytes), body);
            }
            catch
            {
                body.Dispose();
                throw;
            }
        }
    }

    public void Dispose()
    {
        _document.Dispose();
        _body.Dispose();
    }

    private static JsonDocument Parse(SearchResponse response, ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw SearchFailure.NotJson(response, body, body.Length, exception);
        }
    }
}
