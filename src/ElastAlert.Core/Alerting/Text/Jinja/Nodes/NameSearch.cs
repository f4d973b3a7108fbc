using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Finds out which names a part of a template uses.</summary>
internal static class NameSearch
{
    /// <summary>Returns whether a body uses a name before it assigns it; blocks are not looked into.</summary>
    public static bool IsUsed(Body body, string name)
    {
        foreach (var node in body.Statements.SelectMany(Descendants))
        {
            if (node is NameTarget target && target.Name == name)
                return false;
            if (node is NameExpression expression && expression.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>Finds the first place inside a part that assigns a name.</summary>
    public static JinjaPosition? FindAssignment(Node node, string name) =>
        Descendants(node).OfType<NameTarget>().FirstOrDefault(target => target.Name == name)?.Position;

    /// <summary>Returns the names that an assignment to a target sets.</summary>
    public static IEnumerable<string> Targets(Target target) => Descendants(target).OfType<NameTarget>().Select(name => name.Name);

    /// <summary>Walks through a part without recursion, for it may be nested deeply; in the order of the template.</summary>
    private static IEnumerable<Node> Descendants(Node root)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node is BlockStatement)
                continue;
            foreach (var child in node.Children.Reverse())
                open.Push(child);
        }
    }
}
