using System.Reflection;
using ElastAlert.TestSupport;

namespace ElastAlert.ArchitectureTests;

/// <summary>
/// Holds the public surface of each package against a reviewed text file. After a deliberate change run the tests with
/// <c>UPDATE_PUBLIC_API=1</c> and review the difference.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("ElastAlert.Core")]
    [InlineData("ElastAlert.Alerters")]
    [InlineData("ElastAlert.Embedded")]
    [InlineData("ElastAlert.Sqlite")]
    [InlineData("ElastAlert.Testing")]
    public void PublicMembers_OfAPackage_AreTheReviewedOnes(string assembly)
    {
        var file = Path.Combine(Repository.Root, "tests", "ElastAlert.ArchitectureTests", "PublicApi", assembly + ".txt");
        var actual = PublicApiText.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
            File.WriteAllText(file, actual);

        var reviewed = File.Exists(file) ? File.ReadAllText(file) : "";

        actual.Split('\n').Should().Equal(reviewed.Split('\n'), $"{assembly}.txt is the reviewed list of public members");
    }
}
