using System.Runtime.CompilerServices;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads expressions, from the loosest operator down to products.</summary>
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
    private readonly PowerParser _powers;

    public ExpressionParser(TokenStream tokens, JinjaLibrary library)
    {
        _tokens = tokens;
        Operands = new OperandParser(tokens, this, library);
        _powers = new PowerParser(tokens, Operands);
    }

    /// <summary>Gets what reads the values between operators.</summary>
    public OperandParser Operands { get; }

    /// <summary>Reads an expression, or several with commas between, which make a tuple.</summary>
    public Expression ParseTuple(bool allowsCondition = true)
    {
        var position = _tokens.Current.Position;
        var first = IsTupleEnd()
            ? throw _tokens.Error($"Expected an expression, got '{_tokens.Current.Describe()}'")
            : ParseExpression(allowsCondition);
        if (!_tokens.Current.IsOperator(","))
            return first;
        var items = new List<Expression> { first };
        while (_tokens.SkipOperator(",") && !IsTupleEnd())
            items.Add(ParseExpression(allowsCondition));
        return new TupleExpression(items, position);
    }

    public Expression ParseExpression(bool allowsCondition = true)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _tokens.Error("The template is nested too deeply.");
        return allowsCondition ? ParseConditional() : ParseOr();
    }

    private bool IsTupleEnd() => _tokens.Current.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd || _tokens.Current.IsOperator(")");

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
        var left = _powers.Parse();
        while (_tokens.Current.Kind == TokenKind.Operator && Products.TryGetValue(_tokens.Current.Text, out var operation))
        {
            _tokens.Next();
            left = new BinaryExpression(left, _powers.Parse(), operation, position);
        }

        return left;
    }
}
