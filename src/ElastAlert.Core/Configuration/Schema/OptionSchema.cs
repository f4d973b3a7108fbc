using System.Reflection;
using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Configuration.Schema;

/// <summary>Knows every option, rule type and alerter of the reference; read once from <c>options.yaml</c>, which is part of the assembly.</summary>
internal sealed class OptionSchema
{
    private static readonly Lazy<OptionSchema> Shared = new(static () => new OptionSchema(Resource()));

    private readonly ShapeNotation _notation = new();

    private OptionSchema(OptionMap root)
    {
        foreach (var (name, members) in root["records"].Members)
            _notation.Name(name, members.Members);
        var options = Shapes(root["options"].Members);
        foreach (var alerter in root["alerters"].Members.Values.SelectMany(static alerter => Section(alerter, "options")))
            options.TryAdd(alerter.Key, _notation.Shape((string)alerter.Value.Value!));
        Options = options;
        Global = Shapes(root["global"].Members);
        Gone = root["gone"].Members.ToDictionary(static name => name.Key, static name => (string)name.Value.Value!, StringComparer.Ordinal);
        RuleTypes = root["rule_types"].Members.ToDictionary(static type => type.Key, type => RuleType(type.Key, type.Value.Members), StringComparer.Ordinal);
        Names = Options.Keys.Concat(Global.Keys).Concat(RuleTypes.Values.SelectMany(static type => type.Options.Keys.Concat(type.Required))).ToHashSet(StringComparer.Ordinal);
        Alerters = root["alerters"].Members.ToDictionary(static alerter => alerter.Key, static alerter => Alerter(alerter.Key, alerter.Value.Members), StringComparer.Ordinal);
    }

    /// <summary>Gets the schema of the reference's options.</summary>
    public static OptionSchema Reference => Shared.Value;

    /// <summary>Gets the options that every rule may have, those of alerters included.</summary>
    public IReadOnlyDictionary<string, ValueShape> Options { get; }

    /// <summary>Gets the options of the global configuration that are no defaults of rules.</summary>
    public IReadOnlyDictionary<string, ValueShape> Global { get; }

    /// <summary>Gets the options of other versions, with what became of them.</summary>
    public IReadOnlyDictionary<string, string> Gone { get; }

    public IReadOnlyDictionary<string, RuleTypeSchema> RuleTypes { get; }

    public IReadOnlyDictionary<string, AlerterSchema> Alerters { get; }

    /// <summary>Gets the names of all options.</summary>
    public IReadOnlySet<string> Names { get; }

    private RuleTypeSchema RuleType(string name, OptionMap type) => new()
    {
        Name = name,
        Required = type.Texts("required"),
        OneOf = type.Texts("one_of"),
        Queries = [.. type.Texts("queries").Select(static query => Enum.Parse<QueryKind>(query, ignoreCase: true))],
        Options = Shapes(Section(type, "options")),
    };

    private static AlerterSchema Alerter(string name, OptionMap alerter) => new(name, alerter.Texts("required"), alerter.Text("account"));

    private static OptionMap Section(OptionValue value, string name) => Section(value.Members, name);

    private static OptionMap Section(OptionMap map, string name) => map.TryGetValue(name, out var section) ? section.Members : OptionMap.Empty;

    private Dictionary<string, ValueShape> Shapes(OptionMap options) =>
        options.ToDictionary(static option => option.Key, option => _notation.Shape((string)option.Value.Value!), StringComparer.Ordinal);

    private static OptionMap Resource()
    {
        const string Name = "ElastAlert.Configuration.Schema.options.yaml";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream);
        return YamlReader.Read(Name, reader.ReadToEnd(), static _ => null).Value!.Members;
    }
}
