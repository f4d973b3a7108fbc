using System.Text.Json;
using ElastAlert.Alerting.Text.Rendering;
using ElastAlert.Configuration;
using ElastAlert.TestSupport;

namespace ElastAlert.Core.Tests.Configuration;

/// <summary>Loads the rule files and configurations from the wild as the reference does; they are read where they lie.</summary>
[Collection(WorkingDirectory.Name)]
public sealed class RuleCorpusTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(Repository.Shared, "rule-corpus");

    private static IReadOnlyDictionary<string, string> Differences { get; } = CorpusDifferences.Read();

    [Fact]
    public void Read_EveryRuleFile_HasTheVerdictOfTheReference() => Compare("verdicts", LoadRule);

    [Fact]
    public void Read_EveryConfiguration_HasTheVerdictOfTheReference() => Compare("config_verdicts", LoadConfiguration);

    [Fact]
    public void Read_RefusedFile_SaysFilePlaceKeyAndCure()
    {
        using var folder = Enter();

        var vague = Verdicts("verdicts").Where(static verdict => !verdict.Accepted)
            .SelectMany(verdict => LoadRule(verdict.File).Where(static problem => problem.Severity == RuleProblemSeverity.Error))
            .Where(static problem => problem.Location.File.Length == 0 || string.IsNullOrEmpty(problem.Cure))
            .Select(static problem => problem.ToString());

        vague.Should().BeEmpty();
    }

    [Fact]
    public void Read_RuleUnderItsOwnConfiguration_HasTheVerdictOfTheReference()
    {
        using var folder = Enter();
        using var document = JsonDocument.Parse(File.ReadAllBytes("verdicts.json"));

        foreach (var verdict in document.RootElement.GetProperty("verdicts").EnumerateArray().Where(static verdict => verdict.TryGetProperty("own_config", out _)))
        {
            var own = verdict.GetProperty("own_config");
            var global = ConfigurationFile.Read(own.GetProperty("config").GetString()!, static _ => null).Options!;
            var problems = LoadRule(verdict.GetProperty("file").GetString()!, global);

            problems.Any(static problem => problem.Severity == RuleProblemSeverity.Error).Should().Be(!own.GetProperty("accepted").GetBoolean(), string.Join('\n', problems));
        }
    }

    private void Compare(string kind, Func<string, IReadOnlyList<RuleProblem>> load)
    {
        using var folder = Enter();
        var wrong = new List<string>();
        foreach (var verdict in Verdicts(kind))
        {
            var errors = load(verdict.File).Where(static problem => problem.Severity == RuleProblemSeverity.Error).ToList();
            foreach (var error in errors)
                output.WriteLine(error.ToString());
            if (errors.Count == 0 != verdict.Accepted && !Differences.ContainsKey(verdict.File))
                wrong.Add($"{verdict.File}: the reference says {(verdict.Accepted ? "accepted" : verdict.Error)}");
        }

        wrong.Should().BeEmpty();
    }

    private static IReadOnlyList<RuleProblem> LoadRule(string path) =>
        LoadRule(path, GlobalReader.Read(Some.Options(ConfigurationFolder.Minimal), new SourceLocation("config.yaml", 0, 0), static _ => null, new ProblemList())!);

    private static IReadOnlyList<RuleProblem> LoadRule(string path, GlobalOptions global)
    {
        var file = new RuleFileReader(static _ => null).Read(path);
        return file.Options is null
            ? file.Problems
            : [.. file.Problems, .. new RuleReader(global, Some.NoExtensions, static _ => null, [static rule => AlertTextCheck.Check(rule, Some.NoExtensions)]).Read(file.Options, new SourceLocation(path, 0, 0)).Problems];
    }

    private static IReadOnlyList<RuleProblem> LoadConfiguration(string path) => ConfigurationFile.Read(path, static _ => null).Problems;

    private static IEnumerable<Verdict> Verdicts(string kind)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus, "verdicts.json")));
        return [.. document.RootElement.GetProperty(kind).EnumerateArray().Select(static item =>
            new Verdict(item.GetProperty("file").GetString()!, item.GetProperty("accepted").GetBoolean(), item.GetProperty("error").GetString()))];
    }

    // The reference's verdicts were made in the folder of the corpus, and paths in rules begin there.
    private static WorkingDirectory Enter()
    {
        Assert.SkipUnless(Directory.Exists(Corpus), $"no rule corpus at {Corpus}");
        return new WorkingDirectory(Corpus);
    }

    private sealed record Verdict(string File, bool Accepted, string? Error);
}
