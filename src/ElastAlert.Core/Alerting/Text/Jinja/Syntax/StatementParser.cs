using System.Runtime.CompilerServices;
using ElastAlert.Alerting.Text.Jinja.Nodes;
using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads a whole template: text, printed values, and statements with what they enclose.</summary>
internal sealed class StatementParser
{
    private readonly TokenStream _tokens;
    private readonly ExpressionParser _expressions;
    private readonly TargetParser _targets;
    private readonly Stack<string[]> _awaitedEnds = new();
    private readonly Stack<string> _openTags = new();

    private StatementParser(TokenStream tokens, JinjaLibrary library)
    {
        _tokens = tokens;
        _expressions = new ExpressionParser(tokens, library);
        _targets = new TargetParser(tokens, _expressions);
    }

    /// <summary>Reads a template and looks for mistakes.</summary>
    /// <exception cref="JinjaSyntaxException">The text is no template.</exception>
    public static Body Parse(string source, JinjaLibrary library)
    {
        using var tokens = new TokenStream(source);
        var body = new StatementParser(tokens, library).ParseBody([]);
        var check = new TemplateCheck();
        try
        {
            foreach (var statement in body.Statements)
                statement.Check(check, isConditional: false);
        }
        catch (TemplateNestingException exception)
        {
            throw new JinjaSyntaxException(exception.Message, exception.Position, exception);
        }

        return check.Mistake is var (message, position) ? throw new JinjaSyntaxException(message, position) : body;
    }

    /// <summary>Reads up to one of some tags, which stays the current token, or to the end of the template.</summary>
    private Body ParseBody(string[] ends)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw _tokens.Error("The template is nested too deeply.");
        var statements = new List<Statement>();
        while (!_tokens.IsAtEnd)
        {
            var token = _tokens.Next();
            if (token.Kind == TokenKind.Data)
                statements.Add(new TextStatement(token.Text, token.Position));
            else if (token.Kind == TokenKind.VariableBegin)
                statements.Add(ParsePrinted());
            else if (_tokens.Current.Kind == TokenKind.Name && ends.Contains(_tokens.Current.Text))
                return new Body(statements);
            else
                statements.Add(ParseStatement());
        }

        return new Body(statements);
    }

    private PrintStatement ParsePrinted()
    {
        var position = _tokens.Current.Position;
        var value = _expressions.ParseTuple();
        _tokens.Expect(TokenKind.VariableEnd);
        return new PrintStatement([value], position);
    }

    private Statement ParseStatement()
    {
        var token = _tokens.Current;
        if (token.Kind != TokenKind.Name)
            throw _tokens.Error("tag name expected");
        _openTags.Push(token.Text);
        var statement = Parse(token);
        _openTags.Pop();
        _tokens.Expect(TokenKind.BlockEnd);
        return statement;
    }

    private Statement Parse(Token tag) => tag.Text switch
    {
        "if" => ParseIf(),
        "for" => ParseFor(),
        "set" => ParseSet(),
        "with" => ParseWith(),
        "macro" => ParseMacro(),
        "call" => ParseCall(),
        "filter" => ParseFilter(),
        "block" => ParseBlock(),
        "print" => ParsePrint(),
        "autoescape" => ParseAutoescape(),
        "include" or "import" or "from" or "extends" =>
            throw _tokens.Error($"'{tag.Text}' is not supported: a template of an alert is one text and reads no other."),
        _ => throw UnknownTag(tag),
    };

    /// <summary>Reads what a statement encloses, up to one of some tags, which is taken.</summary>
    private (Body Body, string End) ParseEnclosed(params string[] ends)
    {
        _tokens.SkipOperator(":");
        _tokens.Expect(TokenKind.BlockEnd);
        _awaitedEnds.Push(ends);
        var body = ParseBody(ends);
        if (_tokens.IsAtEnd)
            throw _tokens.Error("Unexpected end of template. " + Expectation(null));
        _awaitedEnds.Pop();
        return (body, _tokens.Next().Text);
    }

    private JinjaSyntaxException UnknownTag(Token tag)
    {
        _openTags.Pop();
        return new JinjaSyntaxException($"Encountered unknown tag '{tag.Text}'. {Expectation(tag.Text)}".TrimEnd(), tag.Position);
    }

    private string Expectation(string? found)
    {
        if (_awaitedEnds.Count == 0)
            return "";
        var awaited = string.Join(" or ", _awaitedEnds.Peek().Select(end => $"'{end}'"));
        var isElsewhere = found is not null && _awaitedEnds.Any(ends => ends.Contains(found));
        var looking = isElsewhere
            ? $"You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {awaited}."
            : $"Jinja was looking for the following tags: {awaited}.";
        return _openTags.Count == 0 ? looking : $"{looking} The innermost block that needs to be closed is '{_openTags.Peek()}'.";
    }

    private IfStatement ParseIf()
    {
        var position = _tokens.Next().Position;
        var branches = new List<(Expression, Body)>();
        while (true)
        {
            var test = _expressions.ParseTuple(allowsCondition: false);
            var (body, end) = ParseEnclosed("elif", "else", "endif");
            branches.Add((test, body));
            if (end == "endif")
                return new IfStatement(branches, Body.Empty, position);
            if (end == "else")
                return new IfStatement(branches, ParseEnclosed("endif").Body, position);
        }
    }

    private ForStatement ParseFor()
    {
        var position = _tokens.Next().Position;
        var target = _targets.Parse(endName: "in");
        _tokens.ExpectName("in");
        var source = _expressions.ParseTuple(allowsCondition: false, endName: "recursive");
        var test = _tokens.SkipName("if") ? _expressions.ParseExpression() : null;
        var options = new ForOptions(test, _tokens.SkipName("recursive"));
        var (body, end) = ParseEnclosed("endfor", "else");
        var otherwise = end == "else" ? ParseEnclosed("endfor").Body : Body.Empty;
        return new ForStatement(target, source, options, body, otherwise, position);
    }

    private Statement ParseSet()
    {
        var position = _tokens.Next().Position;
        var target = _targets.Parse(allowsNamespace: true);
        if (_tokens.SkipOperator("="))
            return new SetStatement(target, _expressions.ParseTuple(), position);
        var captured = new CapturedExpression(position);
        var filter = _expressions.Operands.ParseFilters(captured);
        return new SetBlockStatement(target, filter == captured ? null : filter, ParseEnclosed("endset").Body, position);
    }

    private WithStatement ParseWith()
    {
        var position = _tokens.Next().Position;
        var assignments = new List<(Target, Expression)>();
        while (_tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (assignments.Count > 0)
                _tokens.ExpectOperator(",");
            var target = _targets.Parse();
            _tokens.ExpectOperator("=");
            assignments.Add((target, _expressions.ParseExpression()));
        }

        return new WithStatement(assignments, ParseEnclosed("endwith").Body, position);
    }

    private MacroStatement ParseMacro()
    {
        var position = _tokens.Next().Position;
        var name = _targets.ParseName();
        var signature = ParseSignature();
        return new MacroStatement(name, new MacroDefinition(name.Name, signature, ParseEnclosed("endmacro").Body), position);
    }

    private CallBlockStatement ParseCall()
    {
        var position = _tokens.Next().Position;
        var signature = _tokens.Current.IsOperator("(") ? ParseSignature() : MacroSignature.Empty;
        if (_expressions.ParseExpression() is not CallExpression call)
            throw new JinjaSyntaxException("expected call", position);
        return new CallBlockStatement(call, new MacroDefinition(null, signature, ParseEnclosed("endcall").Body), position);
    }

    private MacroSignature ParseSignature()
    {
        var parameters = new List<(NameTarget, Expression? Default)>();
        _tokens.ExpectOperator("(");
        while (!_tokens.Current.IsOperator(")"))
        {
            if (parameters.Count > 0)
                _tokens.ExpectOperator(",");
            var name = _targets.ParseName();
            var defaultValue = _tokens.SkipOperator("=") ? _expressions.ParseExpression() : null;
            if (defaultValue is null && parameters.Any(parameter => parameter.Default is not null))
                throw _tokens.Error("non-default argument follows default argument");
            parameters.Add((name, defaultValue));
        }

        _tokens.ExpectOperator(")");
        return new MacroSignature(parameters);
    }

    private FilterBlockStatement ParseFilter()
    {
        var position = _tokens.Next().Position;
        var filter = _expressions.Operands.ParseFilters(new CapturedExpression(position), beginsInline: true);
        return new FilterBlockStatement(filter, ParseEnclosed("endfilter").Body, position);
    }

    private BlockStatement ParseBlock()
    {
        var position = _tokens.Next().Position;
        var name = _tokens.Expect(TokenKind.Name).Text;
        _tokens.SkipName("scoped");
        var isRequired = _tokens.SkipName("required");
        if (_tokens.Current.IsOperator("-"))
            throw _tokens.Error("Block names have to be identifiers and may not contain hyphens, use an underscore instead.");
        var body = ParseEnclosed("endblock").Body;
        if (isRequired && !body.Statements.All(statement => statement is TextStatement text && string.IsNullOrWhiteSpace(text.Text)))
            throw _tokens.Error("Required blocks can only contain comments or whitespace");
        _tokens.SkipName(name);
        return new BlockStatement(name, isRequired, body, position);
    }

    private PrintStatement ParsePrint()
    {
        var position = _tokens.Next().Position;
        var values = new List<Expression>();
        while (_tokens.Current.Kind != TokenKind.BlockEnd)
        {
            if (values.Count > 0)
                _tokens.ExpectOperator(",");
            values.Add(_expressions.ParseExpression());
        }

        return new PrintStatement(values, position);
    }

    private AutoescapeStatement ParseAutoescape()
    {
        var position = _tokens.Next().Position;
        var isOn = _expressions.ParseExpression();
        return new AutoescapeStatement(isOn, ParseEnclosed("endautoescape").Body, position);
    }
}
