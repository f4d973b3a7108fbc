namespace ElastAlert.Search.Aws;

/// <summary>Keeps credentials until shortly before they end; lasting ones are read again now and then, since files change.</summary>
internal sealed class RefreshingAwsCredentials(IAwsCredentialSource source, TimeProvider time) : IAwsCredentialSource
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private AwsCredentials? _current;
    private DateTimeOffset _goodUntil;

    public async Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _current) is { } current && now < _goodUntil)
            return current;

        // Two requests may both fetch: harmless, and simpler than waiting for each other.
        var found = await source.GetAsync(cancellationToken).ConfigureAwait(false);
        _goodUntil = found?.Expiration is { } end ? end - Margin : now + Margin;
        Volatile.Write(ref _current, found);
        return found;
    }
}
