using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Tests.Terms;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abbd", false)]
    [InlineData("?b", "ab", true)]
    [InlineData("?b", "b", false)]
    [InlineData("?", "😀", true)]
    [InlineData(@"a\*", "a*", true)]
    [InlineData(@"a\*", "ab", false)]
    [InlineData("*a*b*", "xxaxxb", true)]
    public void Matches_Pattern_AsAWildcardQueryDoes(string pattern, string text, bool expected) =>
        Glob.ForTerms(pattern).Matches(text).Should().Be(expected);

    [Theory]
    [InlineData("err(or|x)", "error", true)]
    [InlineData("err", "error", false)]
    [InlineData("[a-f]rr.{2}", "error", true)]
    [InlineData("a\"*\"", "a*", true)]
    [InlineData("^a$", "^a$", true)]
    [InlineData(@"\d+", "42", true)]
    public void LuceneRegex_Pattern_MatchesTheWholeTerm(string pattern, string text, bool expected) =>
        LuceneRegex.Parse(pattern).IsMatch(text).Should().Be(expected);
}
