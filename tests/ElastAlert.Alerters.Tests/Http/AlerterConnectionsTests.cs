using System.Net;
using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Tests.Http;

/// <summary>Shows which proxy an address is reached through.</summary>
public sealed class AlerterConnectionsTests
{
    private static readonly Uri Secure = new("https://service.example.org/");
    private static readonly Uri Plain = new("http://service.example.org/");

    [Fact]
    public void Create_ProxyForOneScheme_LeavesTheOtherToTheEnvironment()
    {
        using var handler = AlerterConnections.Create(new AlerterHttpOptions { Proxy = "proxy:3128" });

        handler.Proxy!.GetProxy(Secure).Should().Be(new Uri("http://proxy:3128/"));
        handler.Proxy.GetProxy(Plain).Should().Be(HttpClient.DefaultProxy.GetProxy(Plain));
    }

    [Fact]
    public void Create_ProxyForEachScheme_ChoosesByTheAddress()
    {
        using var handler = AlerterConnections.Create(new AlerterHttpOptions { Proxy = "http://secure:1", PlainProxy = "plain:2" });

        handler.Proxy!.GetProxy(Secure).Should().Be(new Uri("http://secure:1/"));
        handler.Proxy.GetProxy(Plain).Should().Be(new Uri("http://plain:2/"));
    }

    [Fact]
    public void Create_EmptyProxies_UseNone()
    {
        using var handler = AlerterConnections.Create(new AlerterHttpOptions { Proxy = "", PlainProxy = "" });

        handler.Proxy!.IsBypassed(Secure).Should().BeTrue();
        handler.Proxy.IsBypassed(Plain).Should().BeTrue();
    }

    [Theory]
    [InlineData("http://user:p%40ss@proxy:3128", null, null, "user", "p@ss")]
    [InlineData("proxy:3128", "login", "secret", "login", "secret")]
    public void Create_Credentials_AreForTheProxy(string proxy, string? login, string? password, string expectedUser, string expectedPassword)
    {
        using var handler = AlerterConnections.Create(new AlerterHttpOptions { Proxy = proxy, ProxyLogin = login, ProxyPassword = password });

        var credentials = handler.Proxy!.Credentials.Should().BeOfType<NetworkCredential>().Subject;
        (credentials.UserName, credentials.Password).Should().Be((expectedUser, expectedPassword));
        handler.Proxy.GetProxy(Secure)!.UserInfo.Should().BeEmpty();
    }

    [Fact]
    public void Create_AddressThatIsNone_IsAFinalFailure()
    {
        var act = static () => AlerterConnections.Create(new AlerterHttpOptions { Proxy = "http://[" });

        act.Should().Throw<AlertDeliveryException>().Which.IsTransient.Should().BeFalse();
    }
}
