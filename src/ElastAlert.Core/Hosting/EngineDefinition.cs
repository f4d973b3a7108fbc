namespace ElastAlert.Hosting;

/// <summary>Is what a host has said so far about one engine.</summary>
internal sealed class EngineDefinition(string name)
{
    public string Name { get; } = name;

    public string? ConfigurationFile { get; set; }

    public List<Action<ElastAlertOptions>> Options { get; } = [];

    public ConnectionOptions? Connection { get; set; }

    public Func<IServiceProvider, ConnectionOptions?, ISearchTransport>? Transport { get; set; }

    public Action<ConnectionOptions, SearchRequest>? Trace { get; set; }

    public Func<IServiceProvider, StateServices>? State { get; set; }

    public List<Func<IServiceProvider, IRuleSource>> RuleSources { get; } = [];

    public List<OptionMap> Rules { get; } = [];

    public List<RuleTypeRegistration> RuleTypes { get; } = [];

    public List<AlerterRegistration> Alerters { get; } = [];

    public List<EnhancementRegistration> Enhancements { get; } = [];
}
