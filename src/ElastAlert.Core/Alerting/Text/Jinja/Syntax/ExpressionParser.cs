using System.Runtime.CompilerServices;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads expressions, from the loosest operator down to the signs of single values.</summary>
internal sealed class ExpressionParser
{
    private static readonly Dictionary<string, Func<object?, object?, RenderContext, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["=="] = Comparison.Equal,
        ["!="] = Comparison.NotEqual,
        ["<"] = Comparison.Less,
        ["<="] = Comparison.LessOrEqual,
        [">"] = Comparison.Greater,
        [">="] = Comparison.GreaterOrEqual,
    };

    private static readonly Dictionary<string, Func<object?, object?, RenderContext, object?>> Products = new(StringComparer.Ordinal)
    {
        ["*"] = Arithmetic.Multiply,
        ["/"] = Arithmetic.Divide,
        ["//"] = Arithmetic.FloorDivide,
        ["%"] = Arithmetic.Modulo,
    };

    private readonly TokenStream _tokens;

    public ExpressionParser(TokenStream tokens, JinjaLibrary library)
    {
        _tokens = tokens;
        Operands = new OperandParser(tokens, this, library);
    }

    /// <summary>Gets what reads the values between operators.</summary>
    public OperandParser Operands { get; }

    /// <summary>Reads an expression, or several with commas between, which make a tuple.</summary>
    public Expression ParseTuple(bool allowsCondition = true, string? endName = null)
    {
        var position = _tokens.Current.Position;
        var first = IsTupleEnd(endName)
            ? throw _tokens.Error($"Expected an expression, got '{_tokens.Current.Describe()}'")
            : ParseExpression(allowsCondition);
        if (!_tokens.Current.IsOperator(","))
            return first;
        var items = new List<Expression> { first };
        while (_tokens.SkipOperator(",") && !IsTupleEnd(endName))
            items.Add(ParseExpression(allowsCondition));
        return new TupleExpression(items, position);
    }

    public Expression ParseExpression(bool allowsCondition = true)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _tokens.Error("The template is nested too deeply.");
        return allowsCondition ? ParseConditional() : ParseOr();
    }

    private bool IsTupleEnd(string? endName) => _tokens.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd
        || _tokens.Current.IsOperator(")")
        || (endName is not null && _tokens.Current.IsName(endName));

    private Expression ParseConditional()
    {
        var position = _tokens.Current.Position;
        var value = ParseOr();
        while (_tokens.SkipName("if"))
        {
            var test = ParseOr();
            var otherwise = _tokens.SkipName("else") ? ParseExpression() : null;
            value = new ConditionalExpression(test, value, otherwise, position);
            position = _tokens.Current.Position;
        }

        return value;
    }

    private Expression ParseOr()
    {
        var position = _tokens.Current.Position;
        var left = ParseAnd();
        while (_tokens.SkipName("or"))
            left = new LogicalExpression(left, ParseAnd(), isOr: true, position);
        return left;
    }

    private Expression ParseAnd()
    {
        var position = _tokens.Current.Position;
        var left = ParseNot();
        while (_tokens.SkipName("and"))
            left = new LogicalExpression(left, ParseNot(), isOr: false, position);
        return left;
    }

    private Expression ParseNot()
    {
        var negations = 0;
        var position = _tokens.Current.Position;
        while (_tokens.SkipName("not"))
            negations++;
        var value = ParseComparison();
        if (negations == 0)
            return value;
        var isEven = negations % 2 == 0;
        return new UnaryExpression(value, (operand, _) => PythonType.IsTrue(operand) == isEven, position);
    }

    private Expression ParseComparison()
    {
        var position = _tokens.Current.Position;
        var first = ParseSum();
        var steps = new List<(Func<object?, object?, RenderContext, bool>, Expression)>();
        while (TryParseComparisonSign() is { } compare)
            steps.Add((compare, ParseSum()));
        return steps.Count == 0 ? first : new CompareExpression(first, steps, position);
    }

    private Func<object?, object?, RenderContext, bool>? TryParseComparisonSign()
    {
        if (_tokens.Current.Kind == TokenKind.Operator && Comparisons.TryGetValue(_tokens.Current.Text, out var compare))
        {
            _tokens.Next();
            return compare;
        }

        if (_tokens.SkipName("in"))
            return Comparison.In;
        if (!_tokens.Current.IsName("not") || !_tokens.Look().IsName("in"))
            return null;
        _tokens.Next();
        _tokens.Next();
        return Comparison.NotIn;
    }

    private Expression ParseSum()
    {
        var position = _tokens.Current.Position;
        var left = ParseConcat();
        while (_tokens.Current.IsOperator("+") || _tokens.Current.IsOperator("-"))
        {
            var isSum = _tokens.Next().Text == "+";
            left = new BinaryExpression(left, ParseConcat(), isSum ? Arithmetic.Add : Arithmetic.Subtract, position);
        }

        return left;
    }

    private Expression ParseConcat()
    {
        var position = _tokens.Current.Position;
        var first = ParseProduct();
        if (!_tokens.Current.IsOperator("~"))
            return first;
        var operands = new List<Expression> { first };
        while (_tokens.SkipOperator("~"))
            operands.Add(ParseProduct());
        return new ConcatExpression(operands, position);
    }

    private Expression ParseProduct()
    {
        var position = _tokens.Current.Position;
        var left = ParsePower();
        while (_tokens.Current.Kind == TokenKind.Operator && Products.TryGetValue(_tokens.Current.Text, out var operation))
        {
            _tokens.Next();
            left = new BinaryExpression(left, ParsePower(), operation, position);
        }

        return left;
    }

    private Expression ParsePower()
    {
        var position = _tokens.Current.Position;
        var left = ParseUnary(allowsFilters: true);
        while (_tokens.SkipOperator("**"))
            left = Power(left, ParseUnary(allowsFilters: true), position);
        return left;
    }

    /// <summary>
    /// The reference writes a negative literal into Python code as it stands, where the sign binds looser than the power:
    /// <c>-2 ** n</c> is <c>-(2 ** n)</c>, while <c>-2 ** 2</c>, which it calculates beforehand, is 4.
    /// </summary>
    private static Expression Power(Expression left, Expression right, JinjaPosition position)
    {
        if (left is not NegativeLiteral { } negative || right is LiteralExpression or NegativeLiteral)
            return new BinaryExpression(left, right, Arithmetic.Power, position);
        return new UnaryExpression(new BinaryExpression(negative.Absolute, right, Arithmetic.Power, position), Arithmetic.Negate, position);
    }

    private Expression ParseUnary(bool allowsFilters)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _tokens.Error("The template is nested too deeply.");
        var position = _tokens.Current.Position;
        Expression value;
        if (_tokens.SkipOperator("-"))
            value = Negated(ParseUnary(allowsFilters: false), position);
        else if (_tokens.SkipOperator("+"))
            value = new UnaryExpression(ParseUnary(allowsFilters: false), Arithmetic.Plus, position);
        else
            value = Operands.ParsePrimary();
        value = Operands.ParsePostfix(value);
        return allowsFilters ? Operands.ParseFiltersAndTests(value) : value;
    }

    private static Expression Negated(Expression operand, JinjaPosition position) => operand is LiteralExpression { IsNumber: true } literal
        ? new NegativeLiteral(literal, position)
        : new UnaryExpression(operand, Arithmetic.Negate, position);
}
