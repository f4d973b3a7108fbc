namespace ElastAlert.Cli;

/// <summary>Waits until the writeback index is there (<c>--patience</c>).</summary>
internal sealed class WritebackPatience(CommandLineEnvironment environment, GlobalOptions options, ISearchTransport transport)
{
    /// <summary>Asks once a second.</summary>
    /// <returns>Whether the index appeared in time; otherwise the reason has been said.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = environment.Time.GetUtcNow() + patience;
        while (true)
        {
            var status = await AskAsync(cancellationToken).ConfigureAwait(false);
            if (status is >= 200 and < 300)
                return true;
            if (environment.Time.GetUtcNow() >= deadline)
            {
                await environment.Error.WriteLineAsync(Reason(status)).ConfigureAwait(false);
                return false;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), environment.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var request = new SearchRequest("HEAD", "/" + Uri.EscapeDataString(options.WritebackIndex ?? ""));
            var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await using (answer.ConfigureAwait(false))
                return answer.StatusCode;
        }
        catch (SearchException)
        {
            return null;
        }
    }

    private string Reason(int? status) => status is null
        ? $"ERROR:elastalert:Could not reach ElasticSearch at \"{options.Connection}\"."
        : $"ERROR:elastalert:Writeback index \"{options.WritebackIndex}\" does not exist, did you run `elastalert create-index`?";
}
