using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Remembers the tags that are open and what would close them, to say so when something else comes.</summary>
internal sealed class OpenTags
{
    private readonly Stack<string[]> _awaitedEnds = new();
    private readonly Stack<string> _names = new();

    public void Open(string name) => _names.Push(name);

    public void Close() => _names.Pop();

    public void Await(string[] ends) => _awaitedEnds.Push(ends);

    public void Found() => _awaitedEnds.Pop();

    /// <summary>Makes the failure of a tag that was opened but does not exist.</summary>
    public JinjaSyntaxException Unknown(Token tag)
    {
        Close();
        return new JinjaSyntaxException($"Encountered unknown tag '{tag.Text}'. {Expectation(tag.Text)}".TrimEnd(), tag.Position);
    }

    /// <summary>Says which tags would close what is open.</summary>
    public string Expectation(string? found = null)
    {
        if (_awaitedEnds.Count == 0)
            return "";
        var awaited = string.Join(" or ", _awaitedEnds.Peek().Select(end => $"'{end}'"));
        var isElsewhere = found is not null && _awaitedEnds.Any(ends => ends.Contains(found));
        var looking = isElsewhere
            ? $"You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {awaited}."
            : $"Jinja was looking for the following tags: {awaited}.";
        return _names.Count == 0 ? looking : $"{looking} The innermost block that needs to be closed is '{_names.Peek()}'.";
    }
}
