namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Follows the names of one frame of a template: the whole of it, or what one loop, macro or block encloses.</summary>
/// <remarks>
/// Jinja gives each name of a frame one place before anything is rendered. A frame that sets a name which it has not read before hides the
/// variable of that name from the first moment on, also from the frames inside: there the name is undefined until it is set.
/// </remarks>
internal sealed class FrameNames
{
    private readonly FrameNames? _outer;
    private readonly Dictionary<string, bool> _isHidden;
    private readonly Queue<(Body Body, IEnumerable<Node> Parts, IEnumerable<string> Parameters)> _inner = [];
    private int _conditions;

    private FrameNames(FrameNames? outer, IEnumerable<string> parameters)
    {
        _outer = outer;
        _isHidden = parameters.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => false, StringComparer.Ordinal);
    }

    /// <summary>Tells a body that sees no frame around it, a template or a block, and every body inside, which names it hides.</summary>
    public static void Trace(Body body) => Trace(body, body.Statements, outer: null, []);

    /// <summary>Notes that a name is read.</summary>
    public void Load(string name)
    {
        if (!Knows(name))
            _isHidden[name] = false;
    }

    /// <summary>Notes that a name is set; where that depends on a condition, nothing is hidden.</summary>
    public void Store(string name) => _isHidden.TryAdd(name, _conditions == 0 && _outer?.Knows(name) != true);

    /// <summary>Follows parts that are rendered under a condition.</summary>
    public void Branch(IEnumerable<Node> parts)
    {
        _conditions++;
        foreach (var part in parts)
            part.TraceNames(this);
        _conditions--;
    }

    /// <summary>Notes a frame inside this one; it is looked into when this one is known as a whole.</summary>
    /// <param name="body">What the frame renders.</param>
    /// <param name="parts">What is evaluated in the frame, the statements of the body among it.</param>
    /// <param name="parameters">The names that have a value before the body begins.</param>
    public void Open(Body body, IEnumerable<Node> parts, IEnumerable<string> parameters) => _inner.Enqueue((body, parts, parameters));

    /// <summary>Notes a frame inside this one that only renders a body.</summary>
    public void Open(Body body) => Open(body, body.Statements, []);

    private static void Trace(Body body, IEnumerable<Node> parts, FrameNames? outer, IEnumerable<string> parameters)
    {
        var frame = new FrameNames(outer, parameters);
        foreach (var part in parts)
            part.TraceNames(frame);
        body.Hide([.. frame._isHidden.Where(name => name.Value).Select(name => name.Key)]);
        foreach (var inner in frame._inner)
            Trace(inner.Body, inner.Parts, frame, inner.Parameters);
    }

    private bool Knows(string name) => _isHidden.ContainsKey(name) || _outer?.Knows(name) == true;
}
