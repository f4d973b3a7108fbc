using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is the parameters of a macro, or of the body of a call block.</summary>
/// <param name="Parameters">The names, each with its default where it has one.</param>
internal sealed record MacroSignature(IReadOnlyList<(NameTarget Name, Expression? Default)> Parameters)
{
    public static MacroSignature Empty { get; } = new([]);

    public IEnumerable<Node> Children => Parameters.SelectMany(parameter => new Node?[] { parameter.Name, parameter.Default }).OfType<Node>();

    public bool Has(string name) => Parameters.Any(parameter => parameter.Name.Name == name);
}
