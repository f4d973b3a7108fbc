using System.Text.Json;
using ElastAlert.TestSupport;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Shows that no alerter refuses a rule from the wild that the reference takes.</summary>
public sealed class RuleCorpusTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(Repository.Shared, "rule-corpus");

    // Rule 246 gives data to a shell, which is refused on purpose (alerters.md 5, 27).
    private static readonly string[] Refused = ["246-zbigniewzabost-elastalert-cookbook-test_rule.yml"];

    [Fact]
    public void Validate_RulesThatTheReferenceTakes_FindsNoErrors()
    {
        Assert.SkipUnless(Directory.Exists(Corpus), $"no rule corpus at {Corpus}");
        var errors = new List<string>();
        foreach (var file in Accepted().Where(static file => !Refused.Contains(Path.GetFileName(file))))
            errors.AddRange(Problems(file).Select(problem => $"{Path.GetFileName(file)}: {problem}"));

        foreach (var error in errors)
            output.WriteLine(error);
        errors.Should().BeEmpty();
    }

    // What else is wrong with a rule, such as a file that is not there, is none of the alerters' business.
    private static IEnumerable<RuleProblem> Problems(string file) => VectorRule.Read(Path.Combine(Corpus, file)).Problems
        .Where(static problem => problem.Severity == RuleProblemSeverity.Error && VectorRule.IsAlerterOption(problem.Key));

    private static List<string> Accepted()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus, "verdicts.json")));
        return [.. document.RootElement.GetProperty("verdicts").EnumerateArray()
            .Where(static item => item.GetProperty("accepted").GetBoolean())
            .Select(static item => item.GetProperty("file").GetString()!)];
    }
}
