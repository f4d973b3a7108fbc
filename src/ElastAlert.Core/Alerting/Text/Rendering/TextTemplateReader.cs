using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Jinja.Runtime;
using ElastAlert.Alerting.Text.Jinja.Templates;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Reads the texts of one entry of a rule, and notes what is wrong with them.</summary>
internal sealed class TextTemplateReader(OptionMap options, RuleVariables rule)
{
    private const string MissingText = "<MISSING VALUE>";

    private readonly List<TextProblem> _problems = [];

    public IReadOnlyList<TextProblem> Problems => _problems;

    private bool IsJinja => options.Text("alert_text_type") == "alert_text_jinja";

    private string MissingValue => TextOf("alert_missing_value") ?? MissingText;

    private string RootName => options.Text("jinja_root_name") ?? "_data";

    /// <summary>Reads the text of an alert; <see langword="null"/> when the rule has none.</summary>
    public TextTemplate? ReadText()
    {
        if (IsJinja && options.ContainsKey("jinja_filters"))
            Warn("jinja_filters", "names filters in Python, which this engine does not run.", "Use built-in filters and macros, and remove it.");
        if (IsJinja)
            return ReadBody(options.Text("jinja_template_path"), TextOf("alert_text"));
        if (TextOf("alert_text") is not { } text)
            return null;
        if (options.ContainsKey("alert_text_args"))
            return ReadArguments("alert_text", text, options.Texts("alert_text_args"), MissingValue);
        return options.TryGetValue("alert_text_kw", out var keywords) ? ReadKeywords(text, keywords.Members) : new LiteralTemplate(text);
    }

    /// <summary>Reads the subject of an alert; <see langword="null"/> when the rule has none.</summary>
    /// <param name="option">The option that holds it.</param>
    public TextTemplate? ReadSubject(string option)
    {
        if (TextOf(option) is not { } text)
            return null;
        var isCommon = option == AlertTextProfile.Default.SubjectOption;
        if (options.ContainsKey(option + "_args"))
            return ReadArguments(option, text, options.Texts(option + "_args"), isCommon ? MissingValue : MissingText);
        return IsJinja && isCommon ? ReadJinja(option, text) : new LiteralTemplate(text);
    }

    private TextTemplate ReadBody(string? path, string? text)
    {
        if (path is null)
            return ReadJinja("alert_text", text ?? "");
        try
        {
            return ReadJinja("jinja_template_path", File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Broken("jinja_template_path", $"The template '{path}' cannot be read: {exception.Message}", "Write a path that is relative to the working directory.");
        }
    }

    private TextTemplate ReadJinja(string option, string text)
    {
        try
        {
            return new JinjaTextTemplate(option, JinjaTemplate.ParseAlone(text), rule, RootName);
        }
        catch (JinjaSyntaxException exception)
        {
            return Broken(option, $"The template is wrong at line {exception.Position.Line}, column {exception.Position.Column}: {exception.Problem}", CureOf(exception));
        }
    }

    private string CureOf(JinjaSyntaxException exception) =>
        exception.Problem.StartsWith("No filter named", StringComparison.Ordinal) && options.ContainsKey("jinja_filters")
            ? "Filters of jinja_filters are Python code, which this engine does not run; use built-in filters."
            : "See docs/jinja.md for what templates can do.";

    private TextTemplate ReadArguments(string option, string text, IReadOnlyList<string> names, string missing)
    {
        if (TryParse(option, text) is not { } template)
            return Broken(option);
        if (template.PositionalCount > names.Count)
            Warn(option, $"The text asks for {template.PositionalCount} values, and {option}_args has {names.Count}: alerts are sent with the default text.", $"Add the missing names to {option}_args.");
        foreach (var name in Names(template))
            Warn(option, $"The text asks for '{name}' by name, and {option}_args gives values by place: alerts are sent with the default text.", "Write {0}, {1}, and so on.");
        return new ArgumentsTemplate(option, template, [.. names.Select(TextField.Parse)], rule, missing);
    }

    private TextTemplate ReadKeywords(string text, OptionMap keywords)
    {
        if (TryParse("alert_text", text) is not { } template)
            return Broken("alert_text");
        var fields = keywords.Select(static member => KeyValuePair.Create(TextField.Parse(member.Key), ValueText.Str(PythonValue.FromOption(member.Value, PythonComparer.Unlimited)))).ToArray();
        var known = fields.Select(static field => field.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Names(template).Where(name => !known.Contains(name)))
            Warn("alert_text", $"The text asks for '{name}', which alert_text_kw does not give: alerts are sent with the default text.", $"Add a field whose name is '{name}' to alert_text_kw.");
        if (template.PositionalCount > 0)
            Warn("alert_text", "The text asks for values by place, and alert_text_kw gives them by name: alerts are sent with the default text.", "Write the names that alert_text_kw gives.");
        return new KeywordsTemplate("alert_text", template, fields, rule, MissingValue);
    }

    private static IEnumerable<string> Names(BraceTemplate template) =>
        template.Fields.Where(static part => part.Index is null).Select(static part => part.Name).Distinct(StringComparer.Ordinal);

    private BraceTemplate? TryParse(string option, string text)
    {
        try
        {
            return BraceTemplate.Parse(text);
        }
        catch (PythonException exception)
        {
            Fail(option, $"The text is no format text: {exception.Message}", "Write {{ and }} where single braces are meant.");
            return null;
        }
    }

    private BrokenTemplate Broken(string option, string message, string cure)
    {
        Fail(option, message, cure);
        return Broken(option);
    }

    private BrokenTemplate Broken(string option) => new(option, _problems[^1].Message);

    private void Fail(string option, string message, string cure) => _problems.Add(new TextProblem(option, message, cure, IsFatal: true));

    private void Warn(string option, string message, string cure) => _problems.Add(new TextProblem(option, message, cure, IsFatal: false));

    /// <summary>Returns an option as text, whatever its type; <see langword="null"/> when it is absent.</summary>
    private string? TextOf(string option) =>
        options.TryGetValue(option, out var value) ? ValueText.Str(PythonValue.FromOption(value, PythonComparer.Unlimited)) : null;
}
