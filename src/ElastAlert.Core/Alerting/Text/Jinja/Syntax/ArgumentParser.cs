using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads the arguments of one call: <c>a, name=b, *c, **d</c>, in this order only.</summary>
internal sealed class ArgumentParser(TokenStream tokens, ExpressionParser expressions, JinjaPosition position)
{
    private readonly List<Expression> _positional = [];
    private readonly List<KeyValuePair<string, Expression>> _named = [];
    private Expression? _spread;
    private Expression? _namedSpread;

    public bool IsEmpty => _positional.Count == 0 && _named.Count == 0 && _spread is null && _namedSpread is null;

    public void Read()
    {
        if (tokens.Current.IsOperator("*"))
        {
            Ensure(_spread is null && _namedSpread is null);
            tokens.Next();
            _spread = expressions.ParseExpression();
        }
        else if (tokens.Current.IsOperator("**"))
        {
            Ensure(_namedSpread is null);
            tokens.Next();
            _namedSpread = expressions.ParseExpression();
        }
        else if (tokens.Current.Kind == TokenKind.Name && tokens.Look().IsOperator("="))
        {
            Ensure(_namedSpread is null);
            var name = tokens.Current.Text;
            if (_named.Any(argument => argument.Key == name))
                throw tokens.Error($"keyword argument repeated: {name}");
            tokens.Next();
            tokens.Next();
            _named.Add(KeyValuePair.Create(name, expressions.ParseExpression()));
        }
        else
        {
            Ensure(_spread is null && _namedSpread is null && _named.Count == 0);
            _positional.Add(expressions.ParseExpression());
        }
    }

    public ArgumentList ToList() => new(_positional, _named, _spread, _namedSpread);

    private void Ensure(bool isInOrder)
    {
        if (!isInOrder)
            throw new JinjaSyntaxException("invalid syntax for function call expression", position);
    }
}
