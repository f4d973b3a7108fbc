using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what stands between the parentheses of a call.</summary>
internal sealed class ArgumentList(
    IReadOnlyList<Expression> positional,
    IReadOnlyList<KeyValuePair<string, Expression>> named,
    Expression? spread,
    Expression? namedSpread)
{
    public static ArgumentList Empty { get; } = new([], [], null, null);

    public IEnumerable<Node> Children =>
        [.. positional, .. named.Select(argument => argument.Value), .. new[] { spread, namedSpread }.OfType<Expression>()];

    public bool Names(string name) => named.Any(argument => argument.Key == name);

    public CallArguments Evaluate(RenderContext context)
    {
        if (positional.Count == 0 && named.Count == 0 && spread is null && namedSpread is null)
            return CallArguments.None;
        var places = positional.Select(argument => argument.Evaluate(context)).ToList();
        var names = named.Select(argument => KeyValuePair.Create(argument.Key, argument.Value.Evaluate(context))).ToList();
        if (spread is not null)
            places.AddRange(Iteration.ToList(spread.Evaluate(context), context));
        if (namedSpread is not null)
            names.AddRange(Members(namedSpread.Evaluate(context)));
        return new CallArguments(places, names);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Members(object? value)
    {
        if (value is not PythonDict dict)
            throw PythonException.Type($"argument after ** must be a mapping, not {PythonType.NameOf(value)}");
        return dict.Members.Select(member => KeyValuePair.Create(
            member.Key as string ?? throw PythonException.Type("keywords must be strings"),
            member.Value));
    }
}
