using System.Runtime.CompilerServices;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads the operators that bind tightest: powers, and the signs of single values.</summary>
internal sealed class PowerParser(TokenStream tokens, OperandParser operands)
{
    public Expression Parse()
    {
        var position = tokens.Current.Position;
        var left = ParseUnary(allowsFilters: true);
        while (tokens.SkipOperator("**"))
            left = Power(left, ParseUnary(allowsFilters: true), position);
        return left;
    }

    /// <summary>
    /// The reference writes a negative literal into Python code as it stands, where the sign binds looser than the power:
    /// <c>-2 ** n</c> is <c>-(2 ** n)</c>, while <c>-2 ** 2</c>, which it calculates beforehand, is 4.
    /// </summary>
    private static Expression Power(Expression left, Expression right, JinjaPosition position)
    {
        if (left is not NegativeLiteral { } negative || IsConstant(right))
            return new BinaryExpression(left, right, Arithmetic.Power, position);
        return new UnaryExpression(new BinaryExpression(negative.Absolute, right, Arithmetic.Power, position), Arithmetic.Negate, position);
    }

    private static bool IsConstant(Node node) =>
        node is LiteralExpression or NegativeLiteral || (node is BinaryExpression or UnaryExpression && node.Children.All(IsConstant));

    private Expression ParseUnary(bool allowsFilters)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw tokens.Error("The template is nested too deeply.");
        var position = tokens.Current.Position;
        Expression value;
        if (tokens.SkipOperator("-"))
            value = Negated(ParseUnary(allowsFilters: false), position);
        else if (tokens.SkipOperator("+"))
            value = new UnaryExpression(ParseUnary(allowsFilters: false), Arithmetic.Plus, position);
        else
            value = operands.ParsePrimary();
        value = operands.ParsePostfix(value);
        return allowsFilters ? operands.ParseFiltersAndTests(value) : value;
    }

    private static Expression Negated(Expression operand, JinjaPosition position) => operand is LiteralExpression { IsNumber: true } literal
        ? new NegativeLiteral(literal, position)
        : new UnaryExpression(operand, Arithmetic.Negate, position);
}
