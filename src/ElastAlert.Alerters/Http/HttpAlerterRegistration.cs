using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Alerters.Http;

/// <summary>Makes the registration of an alerter over HTTP from what is particular to it.</summary>
/// <typeparam name="TOptions">Its options.</typeparam>
internal sealed record HttpAlerterRegistration<TOptions>
    where TOptions : IHttpAlerterOptions
{
    /// <summary>Gets the name that rules write.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the service is called in messages.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the options that an entry must have.</summary>
    public IReadOnlyList<string> RequiredOptions { get; init; } = [];

    /// <summary>Gets the options that it reads and the reference does not have.</summary>
    public IReadOnlyList<string> KnownOptions { get; init; } = [];

    /// <summary>Gets how the texts differ from the common ones.</summary>
    public AlertTextProfile TextProfile { get; init; } = AlertTextProfile.Default;

    /// <summary>Gets the alerters whose receipts it uses.</summary>
    public IReadOnlyList<string> UsesReceiptsOf { get; init; } = [];

    /// <summary>Gets what reads the options and finds their problems.</summary>
    public required Func<AlerterOptionReader, TOptions> Read { get; init; }

    /// <summary>Gets what makes the alerter.</summary>
    public required Func<AlerterContext, TOptions, AlertHttpSender, IAlerter> Create { get; init; }

    /// <summary>Gets what describes the entry in records: what is in the reference's, without secrets.</summary>
    public required Func<AlerterEntry, AlertInfo> Describe { get; init; }

    /// <summary>Returns the registration.</summary>
    public AlerterRegistration Build() => new()
    {
        Name = Name,
        RequiredOptions = RequiredOptions,
        KnownOptions = KnownOptions,
        TextProfile = TextProfile,
        UsesReceiptsOf = UsesReceiptsOf,
        Validate = OptionProblems.Of(Read),
        Describe = entry => Describe(entry).Members,
        Create = context =>
        {
            var options = Read(context.Reader());
            return Create(context, options, Sender(context, options.Http));
        },
    };

    private AlertHttpSender Sender(AlerterContext context, AlerterHttpOptions options) =>
        new(Service, options, context.Services.GetRequiredService<IHttpClientFactory>(), context.Clock());
}
