namespace ElastAlert.Core.Tests.Configuration;

public sealed class YamlRuleSourceTests : IDisposable
{
    private const string Valid = "type: any\nindex: logs-*\nalert: debug\n";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Quirk", "Q09")]
    public async Task LoadAsync_Folder_GivesRulesInTheOrderOfPaths()
    {
        _folder.Write("b.yaml", "name: b\n" + Valid).Write("a.yml", "name: a\n" + Valid).Write("sub/c.yaml", "name: c\n" + Valid)
            .Write("..data/hidden.yaml", "name: hidden\n" + Valid).Write("notes.txt", "no rule").Write("upper.YAML", "no rule");

        var set = await _folder.Load();

        set.Rules.Select(static rule => rule.Name).Should().Equal("a", "b", "c");
        set.Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task LoadAsync_WithoutSubdirectories_StaysInTheFolder()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("sub/c.yaml", "name: c\n" + Valid);
        _folder.Global = "scan_subdirectories: false";

        (await _folder.Load()).Rules.Select(static rule => rule.Name).Should().Equal("a");
    }

    [Theory]
    [InlineData("scan_subdirectories: true")]
    [InlineData("scan_subdirectories: false")]
    [Trait("Quirk", "Q06")]
    public async Task LoadAsync_OneRuleAskedForByItsFile_GivesThatRule(string global)
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("b.yaml", "name: b\n" + Valid);
        _folder.Global = global;

        (await _folder.Load("b.yaml")).Rules.Select(static rule => rule.Name).Should().Equal("b");
    }

    [Fact]
    [Trait("Quirk", "Q06")]
    public async Task LoadAsync_RuleAskedForThatNoFileHas_IsAProblem() =>
        (await _folder.Load("none.yaml")).Problems.Should().ContainSingle().Which.ToString()
            .Should().Be("none.yaml: No rule file has this name. Give the path of a rule file, or its name below rules_folder.");

    [Fact]
    public async Task LoadAsync_LinkBackToTheFolder_EndsThere()
    {
        _folder.Write("sub/a.yaml", "name: a\n" + Valid);
        Directory.CreateSymbolicLink(_folder.File("sub/back"), _folder.Path);

        (await _folder.Load()).Rules.Should().ContainSingle();
    }

    [Fact]
    public async Task LoadAsync_SeveralBadFiles_ReportsAllAndLoadsTheOthers()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("b.yaml", "").Write("c.yaml", "name: c\ntype: nosuch\nindex: 5\nalert: debug").Write("d.yaml", "a: [");

        var set = await _folder.Load();

        set.Rules.Select(static rule => rule.Name).Should().Equal("a");
        set.HasErrors.Should().BeTrue();
        set.Problems.Select(problem => problem.ToString()[(_folder.Path.Length + 1)..].Split(": ")[0]).Should().Equal("b.yaml", "c.yaml:3:8", "c.yaml:2:7", "d.yaml:1:5");
    }

    [Theory]
    [InlineData("")]
    [InlineData("is_enabled: false\n")]
    [Trait("Vector", "T31")]
    public async Task LoadAsync_TwoRulesWithOneName_RefusesTheSecond(string first)
    {
        _folder.Write("a.yaml", "name: r\n" + first + Valid).Write("b.yaml", "name: r\n" + Valid);

        var set = await _folder.Load();

        set.Rules.Should().ContainSingle().Which.Source.File.Should().Be(_folder.File("a.yaml"));
        set.Problems.Should().ContainSingle().Which.ToString().Should().Be(
            $"{_folder.File("b.yaml")}:1:7: Rule 'r': name: Duplicate rule named r; the other is in {_folder.File("a.yaml")}. Give each rule a name of its own.");
    }

    [Fact]
    public async Task LoadAsync_RuleThatNeedsWhatIsNotBuilt_IsKeptApart()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("b.yaml", "name: b\ntype: any\nindex: i\nalert: chatwork\nchatwork_apikey: k\nchatwork_room_id: r");

        var set = await _folder.Load();

        set.Rules.Select(static rule => rule.Name).Should().Equal("a");
        set.Unsupported.Select(static rule => rule.Name).Should().Equal("b");
        set.HasErrors.Should().BeFalse();
    }

    [Fact]
    public async Task LoadAsync_NothingChanged_GivesTheSameRules()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid);

        var first = await _folder.Load();
        var second = await _folder.Load();

        second.Rules[0].Should().BeSameAs(first.Rules[0]);
    }

    [Fact]
    public async Task LoadAsync_CommentChanged_GivesAnEqualRule()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid);
        var first = await _folder.Load();

        _folder.Write("a.yaml", "# a comment\nname: a\n" + Valid);

        (await _folder.Load()).Rules[0].Fingerprint.Should().Be(first.Rules[0].Fingerprint);
    }

    [Fact]
    [Trait("Quirk", "Q29")]
    public async Task LoadAsync_ImportChanged_GivesAChangedRule()
    {
        _folder.Write("a.yaml", "name: a\nimport: common.inc\n" + Valid).Write("common.inc", "owner: us");
        var first = await _folder.Load();

        _folder.Write("common.inc", "owner: them");

        var second = await _folder.Load();
        second.Rules[0].Owner.Should().Be("them");
        second.Rules[0].Fingerprint.Should().NotBe(first.Rules[0].Fingerprint);
    }

    [Fact]
    [Trait("Vector", "T38,T40")]
    public async Task LoadAsync_FileNoLongerLoads_KeepsItsLastGoodRuleAndTakesOtherChanges()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid);
        var first = await _folder.Load();

        _folder.Write("a.yaml", "name: [a\n" + Valid).Write("b.yaml", "name: b\n" + Valid);
        var second = await _folder.Load();
        _folder.Write("a.yaml", "name: a\nowner: us\n" + Valid);
        var third = await _folder.Load();

        second.Rules.Select(static rule => rule.Name).Should().Equal("a", "b");
        second.Rules[0].Should().BeSameAs(first.Rules[0]);
        second.HasErrors.Should().BeTrue();
        (third.Rules[0].Owner, third.HasErrors).Should().Be(("us", false));
    }

    [Fact]
    [Trait("Vector", "T39")]
    [Trait("Quirk", "Q26")]
    public async Task LoadAsync_RuleTakesTheNameOfAnother_IsRefusedAndStaysWhatItWas()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("b.yaml", "name: b\n" + Valid);
        await _folder.Load();

        _folder.Write("a.yaml", "name: b\nowner: us\n" + Valid);
        var second = await _folder.Load();
        _folder.Write("b.yaml", "name: c\n" + Valid);
        var third = await _folder.Load();

        second.Rules.Select(static rule => rule.Name).Should().BeEquivalentTo("a", "b");
        second.Problems.Should().ContainSingle(static problem => problem.Message.StartsWith("Duplicate rule named b", StringComparison.Ordinal));
        third.Rules.Select(static rule => rule.Name).Should().BeEquivalentTo("b", "c");
        third.HasErrors.Should().BeFalse();
    }

    [Fact]
    public async Task LoadAsync_FileIsGone_ItsRuleIsGone()
    {
        _folder.Write("a.yaml", "name: a\n" + Valid).Write("b.yaml", "name: b\n" + Valid);
        await _folder.Load();

        File.Delete(_folder.File("a.yaml"));

        (await _folder.Load()).Rules.Select(static rule => rule.Name).Should().Equal("b");
    }

    [Fact]
    [Trait("Quirk", "Q07")]
    public async Task LoadAsync_FolderIsMissing_IsAProblem()
    {
        await _folder.Load();
        Directory.Move(_folder.Path, _folder.Path + "-away");

        var set = await _folder.Load();
        Directory.Move(_folder.Path + "-away", _folder.Path);

        set.Problems.Should().ContainSingle().Which.Message.Should().Be("The rules folder does not exist.");
    }

    [Fact]
    public async Task LoadAsync_EnvironmentReference_IsReplacedAndPlacesStayRight()
    {
        _folder.Set("OWNER", "a rather long name of a team").Write("a.yaml", "name: a\nowner: $OWNER\nalert: {$OWNER: x, y: z}\ntype: any\nindex: i");

        var set = await _folder.Load();

        set.Problems.Should().ContainSingle().Which.Location.Should().Be(new SourceLocation(_folder.File("a.yaml"), 3, 8));
    }
}
