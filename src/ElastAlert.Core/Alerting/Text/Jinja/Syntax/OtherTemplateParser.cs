using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads the statements that name another template: <c>include</c>, <c>import</c>, <c>from</c> and <c>extends</c>.</summary>
internal sealed class OtherTemplateParser(TokenStream tokens, ExpressionParser expressions, TargetParser targets)
{
    public OtherTemplateStatement Parse()
    {
        var tag = tokens.Next();
        var template = expressions.ParseExpression();
        NameTarget[] names = tag.Text switch
        {
            "include" => ParseInclude(),
            "import" => ParseImport(),
            "from" => ParseNames(),
            _ => [],
        };
        return new OtherTemplateStatement(tag.Text, template, names, tag.Position);
    }

    private NameTarget[] ParseInclude()
    {
        if (tokens.Current.IsName("ignore") && tokens.Look().IsName("missing"))
            SkipTwo();
        SkipContext();
        return [];
    }

    private NameTarget[] ParseImport()
    {
        tokens.ExpectName("as");
        var name = targets.ParseName();
        SkipContext();
        return [name];
    }

    private NameTarget[] ParseNames()
    {
        tokens.ExpectName("import");
        var names = new List<NameTarget>();
        do
        {
            if (SkipContext())
                break;
            names.Add(ParseNameWithAlias());
        }
        while (!SkipContext() && tokens.SkipOperator(","));
        return [.. names];
    }

    private NameTarget ParseNameWithAlias()
    {
        var position = tokens.Current.Position;
        var name = targets.ParseName();
        if (name.Name.StartsWith('_'))
            throw new JinjaSyntaxException("names starting with an underline can not be imported", position);
        return tokens.SkipName("as") ? targets.ParseName() : name;
    }

    private bool SkipContext()
    {
        var isContext = (tokens.Current.IsName("with") || tokens.Current.IsName("without")) && tokens.Look().IsName("context");
        if (isContext)
            SkipTwo();
        return isContext;
    }

    private void SkipTwo()
    {
        tokens.Next();
        tokens.Next();
    }
}
