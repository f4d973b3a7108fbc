using ElastAlert.Configuration;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class RuleFileReaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Vector", "T30")]
    public void Read_Imports_LaterAndNearerFilesWinAndFiltersAreJoined()
    {
        _folder.Write("r.yaml", "import: [A.yaml, sub/B.yaml]\nx: r\nfilter: [{f: r}]")
            .Write("A.yaml", "import: A2.yaml\nx: A\ny: A\nz: A\nfilter: [{f: A}]")
            .Write("A2.yaml", "y: A2\nq: A2\nz2: A2\nfilter: [{f: A2}]")
            .Write("sub/B.yaml", "import: C.yaml\ny: B\nfilter: [{f: B}]")
            .Write("C.yaml", "z: C\nq: C\nfilter: [{f: C}]");

        var options = Read("r.yaml").Options!;

        new[] { "x", "y", "z", "q", "z2" }.Select(options.Text).Should().Equal("r", "B", "C", "C", "A2");
        options["filter"].Items.Select(static item => item.Members.Text("f")).Should().Equal("A2", "A", "C", "B", "r");
        options.ContainsKey("import").Should().BeFalse();
    }

    [Fact]
    [Trait("Quirk", "Q04")]
    public void Read_RelativeImport_IsFirstLookedForBesideTheImportingFile()
    {
        _folder.Write("r.yaml", "import: sub/B.yaml").Write("sub/B.yaml", "import: C.yaml").Write("C.yaml", "z: rule").Write("sub/C.yaml", "z: importer");

        Read("r.yaml").Options!.Text("z").Should().Be("importer");
    }

    [Theory]
    [InlineData("r.yaml", "import: r.yaml", "x.yaml", "a: 1")]
    [InlineData("r.yaml", "import: x.yaml", "x.yaml", "import: r.yaml")]
    [Trait("Quirk", "Q03")]
    public void Read_ImportCycle_IsRefusedWhereItCloses(string first, string firstText, string second, string secondText)
    {
        _folder.Write(first, firstText).Write(second, secondText);

        var problem = Read("r.yaml").Problems.Should().ContainSingle().Subject;

        problem.Message.Should().Contain("leads back to").And.Contain("r.yaml");
        (problem.Key, problem.Location.Line, problem.Location.Column).Should().Be(("import", 1, 9));
        problem.Cure.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Read_OneFileImportedTwice_IsNoCycle()
    {
        _folder.Write("r.yaml", "import: [a.yaml, b.yaml]").Write("a.yaml", "import: c.yaml").Write("b.yaml", "import: c.yaml").Write("c.yaml", "x: 1");

        Read("r.yaml").Problems.Should().BeEmpty();
    }

    [Fact]
    [Trait("Quirk", "Q05")]
    public void Read_MissingImport_IsRefusedWhereItIsNamed()
    {
        _folder.Write("r.yaml", "name: r\nimport:\n  - nowhere.yaml\n");

        Message("r.yaml").Should().Be($"{_folder.File("r.yaml")}:3:5: Rule 'r': import: The file '{_folder.File("nowhere.yaml")}' does not exist. Correct the path.");
    }

    [Theory]
    [InlineData("", "r.yaml: The file is empty. Write options into it, or delete it.")]
    [InlineData("# nothing\n", "r.yaml: The file is empty. Write options into it, or delete it.")]
    [InlineData("- a\n- b\n", "r.yaml:1:1: The file holds a list instead of options. Write options as 'name: value', a line each.")]
    [InlineData("just words", "r.yaml:1:1: The file holds the text 'just words' instead of options. Write options as 'name: value', a line each.")]
    [InlineData("name: r\nimport: 5", "r.yaml:2:9: Rule 'r': import: must be a path or a list of paths, was 5. Name a file.")]
    [InlineData("a: [1\nb: 2", "r.yaml:2:2: The file could not be parsed as YAML: While parsing a flow sequence, did not find expected ',' or ']'. Mend the text at this place")]
    [InlineData("a: 1\n---\nb: 2", "r.yaml:2:1: The file could not be parsed as YAML: a second document begins here, but a file may hold only one.")]
    [Trait("Quirk", "Q05")]
    public void Read_UnusableFile_SaysWhatIsWrong(string text, string message)
    {
        _folder.Write("r.yaml", text);

        Message("r.yaml")[(_folder.Path.Length + 1)..].Should().StartWith(message);
    }

    [Fact]
    public void Read_FileThatIsNotUtf8_IsRefused()
    {
        File.WriteAllBytes(_folder.File("r.yaml"), [0x61, 0x3A, 0x20, 0xE9]);

        Message("r.yaml").Should().EndWith("The file is not text in UTF-8. Save it in UTF-8.");
    }

    [Fact]
    public void Read_MissingFile_IsRefused() => Message("none.yaml").Should().Contain("does not exist");

    private RuleFile Read(string name) => new RuleFileReader(static _ => null).Read(_folder.File(name));

    private string Message(string name) => Read(name).Problems.Should().ContainSingle().Subject.ToString();
}
