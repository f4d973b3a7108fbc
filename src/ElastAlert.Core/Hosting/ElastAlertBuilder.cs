using System.Diagnostics.CodeAnalysis;
using ElastAlert.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ElastAlert.Hosting;

/// <summary>Says what an engine runs: configuration, rules, connections, and the host's own rule types and alerters.</summary>
/// <remarks>Every method may be called several times; what is said later is added, or wins where there can be only one.</remarks>
public sealed class ElastAlertBuilder
{
    private readonly EngineDefinition _definition;

    internal ElastAlertBuilder(EngineDefinition definition, IServiceCollection services)
    {
        _definition = definition;
        Services = services;
    }

    /// <summary>Gets the name of the engine, empty for the default one.</summary>
    public string Name => _definition.Name;

    /// <summary>Gets the services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs an ElastAlert configuration, with its rules folders.</summary>
    /// <param name="path">The path of the file, usually <c>config.yaml</c>.</param>
    public ElastAlertBuilder AddConfigurationFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _definition.ConfigurationFile = path;
        return this;
    }

    /// <summary>Sets options in code; they beat the configuration file.</summary>
    /// <param name="configure">Sets them.</param>
    public ElastAlertBuilder Configure(Action<ElastAlertOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _definition.Options.Add(configure);
        return this;
    }

    /// <summary>Says which cluster is asked, and holds the writeback indices; it beats the configuration file.</summary>
    /// <param name="node">The address of a node.</param>
    /// <param name="configure">Says how to sign in.</param>
    public ElastAlertBuilder ConnectTo(Uri node, Action<ConnectionBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        var connection = new ConnectionBuilder(node);
        configure?.Invoke(connection);
        _definition.Connection = connection.Options;
        return this;
    }

    /// <summary>Sends every request through a transport of the host's own instead of HTTP.</summary>
    /// <param name="transport">Gets the transport; asked for each connection that rules name, <see langword="null"/> when none is configured.</param>
    public ElastAlertBuilder UseTransport(Func<IServiceProvider, ConnectionOptions?, ISearchTransport> transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _definition.Transport = transport;
        return this;
    }

    /// <summary>Shows every request before it is sent.</summary>
    /// <param name="trace">Takes the request; called from many threads.</param>
    public ElastAlertBuilder TraceRequests(Action<ConnectionOptions, SearchRequest> trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _definition.Trace += trace;
        return this;
    }

    /// <summary>Keeps state in a store of the host's own.</summary>
    /// <param name="state">Gets the store.</param>
    public ElastAlertBuilder UseState(Func<IServiceProvider, StateServices> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _definition.State = state;
        return this;
    }

    /// <summary>Adds a rule in code; it is checked like a rule file.</summary>
    /// <param name="name">The name of the rule.</param>
    /// <param name="configure">Writes the rule.</param>
    public ElastAlertBuilder AddRule(string name, Action<RuleBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        var rule = new RuleBuilder(name);
        configure(rule);
        _definition.Rules.Add(rule.Build());
        return this;
    }

    /// <summary>Adds the rules of a source of the host's own, such as a database.</summary>
    /// <param name="source">Gets the source.</param>
    public ElastAlertBuilder AddRuleSource(Func<IServiceProvider, IRuleSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _definition.RuleSources.Add(source);
        return this;
    }

    /// <summary>Adds a rule type.</summary>
    /// <param name="registration">The rule type; it wins over a built-in one of the same name.</param>
    public ElastAlertBuilder AddRuleType(RuleTypeRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        _definition.RuleTypes.Add(registration);
        return this;
    }

    /// <summary>Adds a rule type that is fed with hits.</summary>
    /// <param name="name">The name that rules write after <c>type</c>, or the Python class path that it stands in for.</param>
    /// <param name="create">Makes the rule type of a rule.</param>
    public ElastAlertBuilder AddRuleType(string name, Func<RuleTypeContext, IRuleType> create) =>
        AddRuleType(new RuleTypeRegistration { Name = name, Create = create });

    /// <summary>Adds a rule type that is fed with hits.</summary>
    /// <param name="name">The name that rules write after <c>type</c>, or the Python class path that it stands in for.</param>
    /// <typeparam name="TRuleType">The rule type; its constructor gets the <see cref="RuleTypeContext"/>, the rule, and services of the host.</typeparam>
    public ElastAlertBuilder AddRuleType<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRuleType>(string name)
        where TRuleType : class, IRuleType =>
        AddRuleType(name, static context => Make<TRuleType>(context.Services, context, context.Rule));

    /// <summary>Adds an alerter.</summary>
    /// <param name="registration">The alerter; it wins over a built-in one of the same name.</param>
    public ElastAlertBuilder AddAlerter(AlerterRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        _definition.Alerters.Add(registration);
        return this;
    }

    /// <summary>Adds an alerter.</summary>
    /// <param name="name">The name that rules write after <c>alert</c>, or the Python class path that it stands in for.</param>
    /// <param name="create">Makes the alerter of an entry.</param>
    public ElastAlertBuilder AddAlerter(string name, Func<AlerterContext, IAlerter> create) =>
        AddAlerter(new AlerterRegistration { Name = name, Create = create });

    /// <summary>Adds an alerter without options of its own.</summary>
    /// <param name="name">The name that rules write after <c>alert</c>, or the Python class path that it stands in for.</param>
    /// <typeparam name="TAlerter">The alerter; its constructor gets the <see cref="AlerterContext"/>, the rule, and services of the host.</typeparam>
    public ElastAlertBuilder AddAlerter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAlerter>(string name)
        where TAlerter : class, IAlerter =>
        AddAlerter(name, static context => Make<TAlerter>(context.Services, context, context.Rule));

    /// <summary>Adds an alerter whose options are bound from YAML and checked when a rule is loaded.</summary>
    /// <param name="name">The name that rules write after <c>alert</c>, or the Python class path that it stands in for.</param>
    /// <typeparam name="TAlerter">The alerter; its constructor gets the options, the rule, and services of the host.</typeparam>
    /// <typeparam name="TOptions">The options: a class with a property for each option, <c>ApiKey</c> for <c>api_key</c>.</typeparam>
    public ElastAlertBuilder AddAlerter<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAlerter,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(string name)
        where TAlerter : class, IAlerter
        where TOptions : class, new() =>
        AddAlerter(new AlerterRegistration
        {
            Name = name,
            KnownOptions = OptionsBinder.Names<TOptions>(),
            Validate = static (rule, entry) => OptionsBinder.Bind<TOptions>(entry.Options).Problems.Select(problem => problem with { Rule = rule.Name }),
            Create = static context =>
                Make<TAlerter>(context.Services, context, context.Rule, OptionsBinder.Bind<TOptions>(context.Entry.Options).Options),
        });

    /// <summary>Adds a match enhancement.</summary>
    /// <param name="name">The name that rules write under <c>match_enhancements</c>, or the Python class path that it stands in for.</param>
    /// <param name="create">Makes the enhancement of a rule.</param>
    public ElastAlertBuilder AddEnhancement(string name, Func<Rule, IServiceProvider, IMatchEnhancement> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        _definition.Enhancements.Add(new EnhancementRegistration { Name = name, Create = create });
        return this;
    }

    /// <summary>Adds a match enhancement.</summary>
    /// <param name="name">The name that rules write under <c>match_enhancements</c>, or the Python class path that it stands in for.</param>
    /// <typeparam name="TEnhancement">The enhancement; its constructor gets the rule and services of the host.</typeparam>
    public ElastAlertBuilder AddEnhancement<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEnhancement>(string name)
        where TEnhancement : class, IMatchEnhancement =>
        AddEnhancement(name, static (rule, services) => Make<TEnhancement>(services, rule));

    // Only what the constructor asks for is handed over: the activator refuses arguments that no parameter takes.
    private static T Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        IServiceProvider services, params object[] offered)
    {
        var wanted = typeof(T).GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType).ToHashSet();
        return ActivatorUtilities.CreateInstance<T>(services, [.. offered.Where(item => wanted.Contains(item.GetType()))]);
    }
}
