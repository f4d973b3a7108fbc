namespace ElastAlert.Alerters.Tests.Texts;

/// <summary>Compares subjects and bodies with what the reference made.</summary>
public sealed class TextVectorTests : IDisposable
{
    // Mended (alerters.md, section 5, number 2): what cannot be indexed is missing.
    private static readonly Dictionary<string, string> Mended = new()
    {
        ["lookup-range"] = "[<MISSING VALUE>]\n\n",
        ["lookup-range-nested"] = "[<MISSING VALUE>]\n\n",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elastalert-texts");

    public static TheoryData<string> Ids => [.. TextVector.Ids];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [Trait("Category", "TextVectors")]
    [MemberData(nameof(Ids))]
    public void Render_RecordedRule_WritesAsTheReference(string id)
    {
        var vector = TextVector.Get(id);

        var (rule, problems) = vector.Load(_folder.FullName);

        if (vector.Expect.TryGetProperty("load_error", out _))
        {
            problems.Should().Contain(static problem => problem.Severity == RuleProblemSeverity.Error);
            return;
        }

        rule.Should().NotBeNull(string.Join('\n', problems));
        var matches = vector.Matches(rule!);
        var renderer = vector.Renderer(rule!);
        renderer.Subject(matches).Should().Be(vector.Expected("subject"));
        CompareBody(vector, id, renderer.Body(matches));
    }

    // Where the reference raises, the alert goes out with the default text and says what failed (section 5, number 1).
    private static void CompareBody(TextVector vector, string id, string body)
    {
        if (Mended.TryGetValue(id, out var mended))
            body.Should().Be(mended);
        else if (vector.Expect.TryGetProperty("body_error", out var error))
            body.Should().StartWith("[The text of this alert could not be made").And.Contain(error.GetProperty("message").GetString()).And.Contain("@timestamp: ");
        else
            body.Should().Be(vector.Expected("body"));
    }
}
