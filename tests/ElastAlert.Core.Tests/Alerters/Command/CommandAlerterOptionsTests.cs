using ElastAlert.Alerters.Command;
using ElastAlert.Testing;

namespace ElastAlert.Core.Tests.Alerters.Command;

/// <summary>Shows which commands are refused when a rule is loaded, and how that is said.</summary>
public sealed class CommandAlerterOptionsTests
{
    [Theory]
    [InlineData("""{"command":["notify","%(host)s"]}""")]
    [InlineData("""{"command":"notify --now"}""")]
    [InlineData("""{"command":"df | mail -s 100% ops"}""")]
    [InlineData("""{"command":"notify {host}","command_quote_placeholders":true}""")]
    [InlineData("""{"command":["sleep",5]}""")]
    public void Read_GoodCommand_HasNoProblems(string options) => Read(options).Should().BeEmpty();

    [Theory]
    [InlineData("""{"command":"notify {host}"}""", "is a line for the shell and has the placeholder {host}: whoever writes the data could run commands.")]
    [InlineData("""{"command":"cat %(my_field)s >> f"}""", "is a line for the shell and has the placeholder %(my_field)s: whoever writes the data could run commands.")]
    [InlineData("""{"command":"notify \"{host}\"","command_quote_placeholders":true}""", "has a placeholder within quotes.")]
    [InlineData("""{"command":"echo 'it' '%(a)s'","command_quote_placeholders":true}""", "has a placeholder within quotes.")]
    [InlineData("""{"command":[]}""", "must name a program.")]
    [InlineData("""{"command":""}""", "must name a program.")]
    [InlineData("""{"command":{"a":1}}""", "must be a text or a list of texts, was a mapping.")]
    public void Read_BadCommand_SaysWhy(string options, string message)
    {
        var problem = Read(options).Should().ContainSingle().Which;

        problem.Key.Should().Be("command");
        problem.Message.Should().Be(message);
        problem.Severity.Should().Be(RuleProblemSeverity.Error);
    }

    [Fact]
    public void Read_TimeoutOfZero_IsRefused()
    {
        var problem = Read("""{"command":["x"],"command_timeout":0}""").Should().ContainSingle().Which;

        problem.ToString().Should().Be(
            "rules/test.yaml:1:1: Rule 'test rule': command_timeout: must be a number of seconds greater than zero, was a number. Correct the value.");
    }

    private static IReadOnlyList<RuleProblem> Read(string options)
    {
        var reader = new AlerterOptionReader(Some.Rule(), Some.Entry("command", options));
        CommandAlerterOptions.Read(reader);
        return reader.Problems;
    }
}
