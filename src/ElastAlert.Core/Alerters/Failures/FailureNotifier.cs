namespace ElastAlert.Alerters.Failures;

/// <summary>Tells people about failures of the engine through the alerters that it knows (engine.md 5.11).</summary>
/// <param name="options">The global configuration: who is told, and the options of the alerters.</param>
/// <param name="catalog">The alerters; <c>email</c> among them sends the mails.</param>
/// <param name="contextOf">Makes what an alerter is made of.</param>
internal sealed class FailureNotifier(GlobalOptions options, ExtensionCatalog catalog, Func<Rule, AlerterEntry, AlerterContext> contextOf)
    : IFailureNotifier, IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Rule _rule = FailureRule.Create(options);
    private List<FailureChannel>? _channels;

    public async Task NotifyAsync(FailureNotification notification, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var failures = await SendAsync(notification, cancellationToken).ConfigureAwait(false);
            if (failures.Count > 0)
                throw new AlertDeliveryException($"A notification could not be delivered: {string.Join("; ", failures.Select(static failure => failure.Message))}", failures[0]);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        foreach (var alerter in (_channels ?? []).Select(static channel => channel.Alerter).OfType<IDisposable>())
            alerter.Dispose();
        _oneAtATime.Dispose();
    }

    // One that cannot be delivered must not keep the others from being sent.
    private async Task<List<Exception>> SendAsync(FailureNotification notification, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var send in Sendings(notification, cancellationToken))
        {
            try
            {
                await send().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The border to alerters, which may throw anything.
                failures.Add(exception);
            }
        }

        return failures;
    }

    private IEnumerable<Func<Task>> Sendings(FailureNotification notification, CancellationToken cancellationToken)
    {
        var recipients = options.NotifyEmail.Concat(notification.Rule?.Alerting.NotifyEmail ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (recipients.Count > 0)
            yield return () => MailAsync(notification, recipients, cancellationToken);
        _channels ??= [.. options.NotifyAlert.Select(Channel)];
        foreach (var channel in _channels)
            yield return () => AlertAsync(notification, channel, cancellationToken);
    }

    private async Task MailAsync(FailureNotification notification, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        var entry = FailureRule.MailEntry(options, recipients);
        var mailer = Create(contextOf(_rule, entry));
        var alert = FailureRule.Alert(notification, _rule) with { Subject = FailureText.Subject(notification), Body = FailureText.Body(notification) };
        try
        {
            await mailer.SendAsync(alert, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            (mailer as IDisposable)?.Dispose();
        }
    }

    private async Task AlertAsync(FailureNotification notification, FailureChannel channel, CancellationToken cancellationToken)
    {
        var alert = FailureRule.Alert(notification, _rule);
        alert = alert with { Subject = channel.Texts.Subject(alert.Matches), Body = channel.Texts.Body(alert.Matches) };
        await channel.Alerter.SendAsync(alert, cancellationToken).ConfigureAwait(false);
    }

    private FailureChannel Channel(AlerterEntry entry)
    {
        var context = contextOf(_rule, entry);
        return new FailureChannel(Create(context), context.Texts!);
    }

    private IAlerter Create(AlerterContext context) => catalog.TryGetAlerter(context.Entry.Name, out var registration)
        ? registration.Create(context)
        : throw new AlertDeliveryException($"There is no alerter '{context.Entry.Name}' to notify through", isTransient: false);

    private sealed record FailureChannel(IAlerter Alerter, IAlertTexts Texts);
}
