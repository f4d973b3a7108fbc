using System.Text.Json;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.Alerting.Text.Jinja;

/// <summary>Compares templates with what Jinja made of them.</summary>
public sealed class JinjaVectorTests
{
    private static readonly JsonElement Recorded = Vectors.Open("jinja-vectors.json").RootElement;
    private static readonly JsonElement Language = JsonDocument.Parse(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Alerting/Text/Jinja/jinja-language.json"))).RootElement;

    public static TheoryData<string, string?, int?> RecordedCases => JinjaCase.Read(Recorded);

    public static TheoryData<string, string?, int?> LanguageCases => JinjaCase.Read(Language);

    [Theory]
    [Trait("Category", "JinjaVectors")]
    [MemberData(nameof(RecordedCases))]
    public void Render_RecordedTemplate_AnswersAsJinja(string template, string? output, int? errorLine) =>
        JinjaCase.Compare(template, output, errorLine, Recorded.GetProperty("context"));

    // Every filter, test, method, operator and statement on values of many kinds, made by running Jinja.
    [Theory]
    [MemberData(nameof(LanguageCases))]
    public void Render_EveryPartOfTheLanguage_AnswersAsJinja(string template, string? output, int? errorLine) =>
        JinjaCase.Compare(template, output, errorLine, Language.GetProperty("context"));
}
