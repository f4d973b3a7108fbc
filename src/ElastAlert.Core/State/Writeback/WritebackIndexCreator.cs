using System.Text;
using ElastAlert.Search;

namespace ElastAlert.State.Writeback;

/// <summary>Creates the writeback indices (engine.md 7.3): what is missing, and nothing is deleted unless that is asked for (Q76).</summary>
/// <remarks>Public for command lines.</remarks>
/// <param name="transport">The cluster of the writeback index.</param>
/// <param name="time">The clock.</param>
public sealed class WritebackIndexCreator(ISearchTransport transport, TimeProvider time)
{
    /// <summary>Creates the indices.</summary>
    /// <param name="options">How they are created.</param>
    /// <param name="report">Takes a line for the person who waits, as soon as there is one.</param>
    /// <param name="cancellationToken">Ends the work; what was created stays.</param>
    /// <exception cref="ElastAlertException">The server is too old, or refuses.</exception>
    public async Task CreateAsync(WritebackIndexOptions options, Action<string> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        var names = new WritebackNames(options.Index);
        var generation = await ServerGeneration.DetectAsync(transport, options.Version, time, cancellationToken).ConfigureAwait(false);
        if (!options.Recreate && await ExistsAsync(names.Alerts, cancellationToken).ConfigureAwait(false))
        {
            report($"Index {names.Alerts} already exists. Skipping index creation.");
            return;
        }

        foreach (var (index, body) in Bodies(names, generation))
            await CreateAsync(index, body, options.Recreate, cancellationToken).ConfigureAwait(false);
        report($"New index {names.Alerts} created");
        if (options.OldIndex is not null)
            await new WritebackCopy(transport, time).CopyAsync(new WritebackNames(options.OldIndex), names, report, cancellationToken).ConfigureAwait(false);
        report("Done!");
    }

    private static IEnumerable<(string Index, string Body)> Bodies(WritebackNames names, ServerGeneration generation)
    {
        foreach (var index in new[] { names.Alerts, names.Status, names.Silence, names.Error, names.Past })
            yield return (index, WritebackMappings.Of(names, index, generation.HasOldDateFormats));
        yield return (names.State, StateMappings.State);
        yield return (names.Outbox, StateMappings.Outbox);
    }

    private async Task CreateAsync(string index, string body, bool recreate, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(index, cancellationToken).ConfigureAwait(false))
        {
            if (!recreate)
                return;
            using var deleted = await transport.AskAsync(new SearchRequest("DELETE", PathOf(index)), cancellationToken).ConfigureAwait(false);
        }

        var request = new SearchRequest("PUT", PathOf(index)) { Body = Encoding.UTF8.GetBytes(body) };
        using var created = await transport.AskAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // The answer to HEAD has no body that could be read.
    private async Task<bool> ExistsAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAsync(new SearchRequest("HEAD", PathOf(index)), cancellationToken).ConfigureAwait(false);
        await using (answer.ConfigureAwait(false))
        {
            if (answer.IsSuccess || answer.StatusCode == 404)
                return answer.IsSuccess;
            throw SearchFailure.Refused(answer, default);
        }
    }

    private static string PathOf(string index) => "/" + SearchPath.Escape(index);
}
