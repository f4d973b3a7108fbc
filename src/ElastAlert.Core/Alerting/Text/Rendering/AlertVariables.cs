using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Gives templates the options of the rule with the fields of a match on top, and all of them together under the root's name.</summary>
internal sealed class AlertVariables(RuleVariables rule, Document match, string rootName) : IJinjaVariables
{
    public bool TryGet(string name, RenderContext context, out object? value)
    {
        value = null;
        if (name == rootName)
        {
            value = Root(context);
            return true;
        }

        return TryGetOne(name, context.Comparer, out value);
    }

    private bool TryGetOne(string name, PythonComparer comparer, out object? value)
    {
        if (!match.TryGetMember(name, out var member))
            return rule.TryGet(name, comparer, out value);
        value = PythonValue.FromJson(member, comparer);
        return true;
    }

    /// <summary>Collects everything; what a template has changed already stays changed.</summary>
    private PythonDict Root(RenderContext context)
    {
        var root = new PythonDict(context.Comparer);
        foreach (var name in rule.Names.Union(match.Members.Select(static member => member.Key)))
        {
            if (name != rootName && TryGetOne(name, context.Comparer, out var value))
                root[name] = value;
        }

        return root;
    }
}
