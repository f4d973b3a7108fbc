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
    private readonly AssignmentParser _assignments;
    private readonly MacroParser _macros;
    private readonly OtherTemplateParser _otherTemplates;
    private readonly OpenTags _openTags = new();

    private StatementParser(TokenStream tokens, JinjaLibrary library)
    {
        _tokens = tokens;
        _expressions = new ExpressionParser(tokens, library);
        _targets = new TargetParser(tokens, _expressions);
        _assignments = new AssignmentParser(tokens, _expressions, _targets, ParseEnclosed);
        _macros = new MacroParser(tokens, _expressions, _targets, ParseEnclosed);
        _otherTemplates = new OtherTemplateParser(tokens, _expressions, _targets);
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="JinjaSyntaxException">The text is no template.</exception>
    public static Body Parse(string source, JinjaLibrary library)
    {
        using var tokens = new TokenStream(source);
        return new StatementParser(tokens, library).ParseBody([]);
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
        _openTags.Open(token.Text);
        var statement = Parse(token);
        _openTags.Close();
        _tokens.Expect(TokenKind.BlockEnd);
        return statement;
    }

    private Statement Parse(Token tag) => tag.Text switch
    {
        "if" => ParseIf(),
        "for" => ParseFor(),
        "set" => _assignments.ParseSet(),
        "with" => _assignments.ParseWith(),
        "macro" => _macros.ParseMacro(),
        "call" => _macros.ParseCall(),
        "filter" => ParseFilter(),
        "block" => ParseBlock(),
        "print" => ParsePrint(),
        "autoescape" => ParseAutoescape(),
        "include" or "import" or "from" or "extends" => _otherTemplates.Parse(),
        _ => throw _openTags.Unknown(tag),
    };

    /// <summary>Reads what a statement encloses, up to one of some tags, which is taken.</summary>
    private (Body Body, string End) ParseEnclosed(params string[] ends)
    {
        _tokens.SkipOperator(":");
        _tokens.Expect(TokenKind.BlockEnd);
        _openTags.Await(ends);
        var body = ParseBody(ends);
        if (_tokens.IsAtEnd)
            throw _tokens.Error("Unexpected end of template. " + _openTags.Expectation());
        _openTags.Found();
        return (body, _tokens.Next().Text);
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
        var target = _targets.Parse();
        _tokens.ExpectName("in");
        var source = _expressions.ParseTuple(allowsCondition: false);
        var test = _tokens.SkipName("if") ? _expressions.ParseExpression() : null;
        var options = new ForOptions(test, _tokens.SkipName("recursive"));
        var (body, end) = ParseEnclosed("endfor", "else");
        var otherwise = end == "else" ? ParseEnclosed("endfor").Body : Body.Empty;
        return new ForStatement(target, source, options, body, otherwise, position);
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
        var options = new BlockOptions(_tokens.SkipName("scoped"), _tokens.SkipName("required"));
        if (_tokens.Current.IsOperator("-"))
            throw _tokens.Error("Block names have to be identifiers and may not contain hyphens, use an underscore instead.");
        var body = ParseEnclosed("endblock").Body;
        if (options.IsRequired && !body.Statements.All(statement => statement is TextStatement text && string.IsNullOrWhiteSpace(text.Text)))
            throw _tokens.Error("Required blocks can only contain comments or whitespace");
        _tokens.SkipName(name);
        return new BlockStatement(name, options, body, position);
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
