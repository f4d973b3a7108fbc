using System.Text;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Alerting.Text.Tables;

namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Renders the texts of one entry of the <c>alert</c> list of a rule. What the rule's own text cannot say, the default text does.</summary>
internal sealed class AlertRenderer : IAlertTexts
{
    private const string Separator = "\n----------------------------------------\n";
    private const int DefaultSubjectLength = 2048;

    private readonly Rule _rule;
    private readonly AlerterEntry _entry;
    private readonly AlertTextProfile _profile;
    private readonly AlertLayout _layout;
    private readonly TextTemplate? _text;
    private readonly TextTemplate? _subject;
    private readonly SummaryTable? _summary;
    private readonly bool _hasTopCounts;
    private readonly bool _hasOwnText;

    private AlertRenderer(Rule rule, AlerterEntry entry, AlertTextProfile profile, TextTemplateReader reader)
    {
        _rule = rule;
        _entry = entry;
        _profile = profile;
        _layout = AlertLayout.Read(entry.Options.Text("alert_text_type"));
        _text = reader.ReadText();
        _subject = reader.ReadSubject(profile.SubjectOption);
        _summary = profile.HasSummary ? SummaryTable.Read(entry.Options, profile.TableWidth) : null;
        _hasTopCounts = entry.Options.ContainsKey("top_count_keys");
        _hasOwnText = entry.Options.ContainsKey("alert_text");
    }

    /// <summary>Prepares the texts of an entry.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="entry">The entry, whose options win over those of the rule.</param>
    /// <param name="profile">How the texts of its alerter differ.</param>
    public static AlertRenderer Create(Rule rule, AlerterEntry entry, AlertTextProfile profile) =>
        new(rule, entry, profile, new TextTemplateReader(entry.Options, new RuleVariables(rule, entry)));

    /// <summary>Finds what is wrong with the texts of an entry, as far as it shows without a match.</summary>
    public static IReadOnlyList<TextProblem> Check(Rule rule, AlerterEntry entry, AlertTextProfile profile)
    {
        var reader = new TextTemplateReader(entry.Options, new RuleVariables(rule, entry));
        _ = new AlertRenderer(rule, entry, profile, reader);
        return reader.Problems;
    }

    /// <inheritdoc/>
    public string Subject(IReadOnlyList<RuleMatch> matches) => RenderSubject(matches[0]).Text;

    /// <inheritdoc/>
    public string Body(IReadOnlyList<RuleMatch> matches)
    {
        if (_profile.Body is { } write)
            return write(this, matches);
        var body = new StringBuilder();
        if (RenderSubject(matches[0]).Failure is { } failure)
            AppendFailure(body, failure);
        if (_profile.IntroductionOption is { } introduction)
            body.Append(TextOf(introduction)).Append('\n');
        if (_summary?.Write(matches) is { Length: > 0 } summary)
            body.Append(_profile.SummaryFrame.Around(summary));
        if (_layout.HasMatches || !_profile.HasSummary)
            AppendMatches(body, matches);
        return body.ToString();
    }

    /// <inheritdoc/>
    public string MatchText(RuleMatch match)
    {
        var text = new StringBuilder();
        try
        {
            var own = _text?.Render(match);
            if (!_hasOwnText)
                AppendHeading(text);
            text.Append(own);
            AppendRest(text, match, _layout);
        }
        catch (TextFailedException exception)
        {
            AppendFailure(text.Clear(), exception);
            AppendHeading(text);
            AppendRest(text, match, AlertLayout.Full);
        }

        return text.ToString();
    }

    private (string Text, TextFailedException? Failure) RenderSubject(RuleMatch match)
    {
        if (_subject is null)
            return (_profile.DefaultSubject(_rule, match), null);
        try
        {
            return (CodePoints.Truncate(_subject.Render(match), MaxSubjectLength()), null);
        }
        catch (TextFailedException exception)
        {
            return (_profile.DefaultSubject(_rule, match), exception);
        }
    }

    private int MaxSubjectLength()
    {
        if (_profile.SubjectOption != AlertTextProfile.Default.SubjectOption)
            return int.MaxValue;
        return _entry.Options.TryGetValue("alert_subject_max_len", out var option) && option.Value is long length and >= 0 and <= int.MaxValue
            ? (int)length
            : DefaultSubjectLength;
    }

    private void AppendMatches(StringBuilder body, IReadOnlyList<RuleMatch> matches)
    {
        foreach (var match in matches)
        {
            body.Append(MatchText(match));
            if (matches.Count > 1)
                body.Append(Separator);
        }
    }

    private void AppendRest(StringBuilder text, RuleMatch match, AlertLayout layout)
    {
        Pad(text);
        if (layout.HasDetails)
        {
            text.Append(match.Summary);
            Pad(text);
            if (_hasTopCounts)
                TopCountList.Append(text, match.Fields);
        }

        if (layout.HasFields)
            AppendFields(text, match);
    }

    private void AppendFields(StringBuilder text, RuleMatch match)
    {
        text.Append(_profile.FieldsFrame.Before);
        if (_profile.FieldsFormat == AlertFieldsFormat.Json)
            FieldList.AppendJson(text, match.Fields);
        else
            FieldList.AppendLines(text, match.Fields);
        text.Append(_profile.FieldsFrame.After);
    }

    private void AppendHeading(StringBuilder text) => text.Append(_rule.Name).Append("\n\n");

    /// <summary>Says what failed, so that nobody takes the default text for the wanted one.</summary>
    private static void AppendFailure(StringBuilder text, TextFailedException failure) =>
        text.Append("[The text of this alert could not be made, so it has the default one. ").Append(failure.Message).Append("]\n\n");

    private static void Pad(StringBuilder text)
    {
        while (text.Length < 2 || text[^1] != '\n' || text[^2] != '\n')
            text.Append('\n');
    }

    private string TextOf(string option) =>
        _entry.Options.TryGetValue(option, out var value) ? ValueText.Str(PythonValue.FromOption(value, PythonComparer.Unlimited)) : "";
}
