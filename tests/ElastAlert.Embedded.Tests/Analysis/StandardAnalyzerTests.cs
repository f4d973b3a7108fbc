using ElastAlert.Embedded.Analysis;

namespace ElastAlert.Embedded.Tests.Analysis;

public sealed class StandardAnalyzerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Hello, World!", "hello|world")]
    [InlineData("web-5 snake_case foo.bar", "web|5|snake_case|foo.bar")]
    [InlineData("o'neil 'quoted' 1,000 12:30 a:b", "o'neil|quoted|1,000|12|30|a:b")]
    [InlineData("10.0.0.1 v2.x a.1", "10.0.0.1|v2|x|a|1")]
    [InlineData("naïve ÉTÉ İstanbul", "naïve|été|istanbul")]
    [InlineData("日本 カタカナ ひら", "日|本|カタカナ|ひ|ら")]
    [InlineData("_ __ a_ _1", "a_|_1")]
    public void Analyze_Text_GivesTheWordsOfTheServer(string text, string words) =>
        string.Join('|', StandardAnalyzer.Analyze(text)).Should().Be(words);

    [Fact]
    public void Analyze_WordOfMoreThan255Characters_IsCut() =>
        StandardAnalyzer.Analyze(new string('a', 300)).Select(word => word.Length).Should().Equal(255, 45);
}
