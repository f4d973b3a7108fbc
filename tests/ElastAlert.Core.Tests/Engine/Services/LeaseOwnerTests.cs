using System.Diagnostics;
using ElastAlert.Engine.Services;

namespace ElastAlert.Core.Tests.Engine.Services;

public sealed class LeaseOwnerTests
{
    private readonly LeaseOwner _me = LeaseOwner.OfProcess(Environment.ProcessId);

    [Fact]
    public void IsGone_ProcessLivesAndThenDies_IsSoThenOnly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell for certain.");
        using var process = Process.Start("sleep", "600");
        var owner = LeaseOwner.OfProcess(process.Id).Name;

        var before = _me.IsGone(owner);
        process.Kill();
        process.WaitForExit();

        before.Should().BeFalse();
        _me.IsGone(owner).Should().BeTrue();
    }

    [Fact]
    public void IsGone_AnotherEngineOfThisProcess_IsNot() => _me.IsGone(LeaseOwner.OfProcess(Environment.ProcessId).Name).Should().BeFalse();

    [Fact]
    public void IsGone_ProcessIdWasGivenToAnother_Is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems do not tell for certain.");

        _me.IsGone(_me.Name + "1").Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("somebody")]
    [InlineData("host/4711/0b6e")]
    public void IsGone_NothingIsKnown_IsNot(string owner) => _me.IsGone(owner).Should().BeFalse();

    [Fact]
    public void IsGone_OtherMachineOrKernel_IsNot()
    {
        var parts = _me.Name.Split('/');

        _me.IsGone(string.Join('/', ["other", .. parts[1..]])).Should().BeFalse();
        _me.IsGone(string.Join('/', [parts[0], "999999999", parts[2], "0123456789abcdef-1"])).Should().BeFalse();
    }

    [Fact]
    public void Name_OfEachOwner_IsUnique() => LeaseOwner.OfProcess(Environment.ProcessId).Name.Should().NotBe(_me.Name);
}
