using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what a macro, or the body of a call block, does when it is called.</summary>
internal sealed class MacroDefinition
{
    public MacroDefinition(string? name, MacroSignature signature, Body body)
    {
        Name = name;
        Signature = signature;
        Body = body;
        TakesCaller = NameSearch.IsUsed(body, "caller");
        TakesNamed = NameSearch.IsUsed(body, "kwargs") && !signature.Has("kwargs");
        TakesPositional = NameSearch.IsUsed(body, "varargs") && !signature.Has("varargs");
    }

    /// <summary>Gets the name, or <see langword="null"/> for the body of a call block.</summary>
    public string? Name { get; }

    public MacroSignature Signature { get; }

    public Body Body { get; }

    /// <summary>Gets whether the body asks for what a call block encloses.</summary>
    public bool TakesCaller { get; }

    /// <summary>Gets whether the body asks for named arguments beyond its parameters.</summary>
    public bool TakesNamed { get; }

    /// <summary>Gets whether the body asks for positional arguments beyond its parameters.</summary>
    public bool TakesPositional { get; }

    public IEnumerable<Node> Children => [.. Signature.Children, .. Body.Statements];

    public void TraceNames(FrameNames frame)
    {
        string[] special = [.. TakesCaller ? ["caller"] : Array.Empty<string>(), .. TakesNamed ? ["kwargs"] : Array.Empty<string>(), .. TakesPositional ? ["varargs"] : Array.Empty<string>()];
        var defaults = Signature.Parameters.Select(parameter => parameter.Default).OfType<Node>();
        frame.Open(Body, defaults.Concat(Body.Statements), special.Concat(Signature.Parameters.Select(parameter => parameter.Name.Name)));
    }

    public void Check(TemplateCheck check, JinjaPosition position)
    {
        if (TakesCaller && Signature.Parameters.Any(parameter => parameter.Name.Name == "caller" && parameter.Default is null))
            check.Fail("When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.", position);
        foreach (var child in Children)
            child.Check(check, isConditional: false);
    }
}
