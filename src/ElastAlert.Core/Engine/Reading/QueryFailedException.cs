using System.Runtime.CompilerServices;

namespace ElastAlert.Engine.Reading;

/// <summary>Says that a query for the data of a rule failed, and what was asked.</summary>
internal sealed class QueryFailedException : ElastAlertException
{
    /// <summary>Creates the exception.</summary>
    public QueryFailedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    public QueryFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public QueryFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the query as it is recorded: a JSON object in UTF-8, or empty.</summary>
    public ReadOnlyMemory<byte> Query { get; init; }

    /// <summary>Reads pages; when that fails, the exception says what was asked.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="query">Writes the query.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<DataPage> ExplainAsync(
        IAsyncEnumerable<DataPage> pages, Func<ReadOnlyMemory<byte>> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = pages.GetAsyncEnumerator(cancellationToken);
        await using var _ = reading.ConfigureAwait(false);
        while (await MoveNextAsync(reading, query).ConfigureAwait(false))
            yield return reading.Current;
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<DataPage> reading, Func<ReadOnlyMemory<byte>> query)
    {
        try
        {
            return await reading.MoveNextAsync().ConfigureAwait(false);
        }
        catch (SearchException failure)
        {
            throw new QueryFailedException(failure.Message, failure) { Query = query() };
        }
    }
}
