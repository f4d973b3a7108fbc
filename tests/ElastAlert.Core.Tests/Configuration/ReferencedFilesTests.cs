using ElastAlert.Configuration;

namespace ElastAlert.Core.Tests.Configuration;

public sealed class ReferencedFilesTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_ConnectionOfAnIndexer_IsAFileWhoseChangeChangesTheRule()
    {
        var path = _folder.Write("indexer.yaml", "es_host: one").File("indexer.yaml");
        var rule = ElastAlert.Testing.Some.Rule() with { Alerters = [ElastAlert.Testing.Some.Entry("indexer", $$"""{"indexer_config":"{{path}}"}""")] };
        var before = RuleFingerprint.Of(rule);

        _folder.Write("indexer.yaml", "es_host: two");

        ReferencedFiles.Of(rule).Should().Equal(path);
        RuleFingerprint.Of(rule).Should().NotBe(before);
    }

    [Fact]
    public void Of_RuleWithoutFiles_IsEmpty() =>
        ReferencedFiles.Of(ElastAlert.Testing.Some.Rule() with { Alerters = [ElastAlert.Testing.Some.Entry("indexer")] }).Should().BeEmpty();
}
