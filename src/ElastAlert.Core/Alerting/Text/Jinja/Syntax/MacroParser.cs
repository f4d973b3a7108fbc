using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads macros, and the blocks that call them.</summary>
internal sealed class MacroParser(TokenStream tokens, ExpressionParser expressions, TargetParser targets, EnclosedParser parseEnclosed)
{
    public MacroStatement ParseMacro()
    {
        var position = tokens.Next().Position;
        var name = targets.ParseName();
        var signature = ParseSignature();
        return new MacroStatement(name, new MacroDefinition(name.Name, signature, parseEnclosed("endmacro").Body), position);
    }

    public CallBlockStatement ParseCall()
    {
        var position = tokens.Next().Position;
        var signature = tokens.Current.IsOperator("(") ? ParseSignature() : MacroSignature.Empty;
        if (expressions.ParseExpression() is not CallExpression call)
            throw new JinjaSyntaxException("expected call", position);
        if (call.Names("caller"))
            throw new JinjaSyntaxException("keyword argument repeated: caller", position);
        return new CallBlockStatement(call, new MacroDefinition(null, signature, parseEnclosed("endcall").Body), position);
    }

    private MacroSignature ParseSignature()
    {
        var parameters = new List<(NameTarget, Expression? Default)>();
        tokens.ExpectOperator("(");
        while (!tokens.Current.IsOperator(")"))
        {
            if (parameters.Count > 0)
                tokens.ExpectOperator(",");
            var name = targets.ParseName();
            var defaultValue = tokens.SkipOperator("=") ? expressions.ParseExpression() : null;
            if (defaultValue is null && parameters.Any(parameter => parameter.Default is not null))
                throw tokens.Error("non-default argument follows default argument");
            parameters.Add((name, defaultValue));
        }

        tokens.ExpectOperator(")");
        return new MacroSignature(parameters);
    }
}
