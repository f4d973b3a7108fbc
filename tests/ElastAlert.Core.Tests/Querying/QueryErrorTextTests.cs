using ElastAlert.Querying;

namespace ElastAlert.Core.Tests.Querying;

[Trait("Category", "EngineVectors")]
public sealed class QueryErrorTextTests
{
    [Fact]
    public void Cut_T76_LongText_SaysHowMuchIsMissing()
    {
        var message = "Error running query: " + QueryErrorText.Cut(new string('x', 2000));

        message.Should().HaveLength(1073).And.EndWith("x... (976 characters removed)");
    }

    [Fact]
    public void Cut_TextOf1024Characters_StaysWhole()
    {
        QueryErrorText.Cut(new string('x', 1024)).Should().HaveLength(1024);
    }
}
