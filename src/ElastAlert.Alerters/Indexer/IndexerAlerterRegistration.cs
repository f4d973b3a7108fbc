namespace ElastAlert.Alerters.Indexer;

/// <summary>Registers the <c>indexer</c> alerter.</summary>
internal static class IndexerAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "indexer",
        RequiredOptions = ["indexer_alert_config"],
        Validate = OptionProblems.Of(IndexerAlerterOptions.Read),
        Describe = static _ => new AlertInfo("indexer").Members,
        Create = static context =>
        {
            var options = IndexerAlerterOptions.Read(context.Reader());
            return new IndexerAlerter(options, context.Entry.Options, context.Transports(options.Connection), context.Clock());
        },
    };
}
