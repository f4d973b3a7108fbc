using System.Xml;
using System.Xml.Linq;

namespace ElastAlert.Search.Aws;

/// <summary>Exchanges the token of a web identity (a Kubernetes service account) for credentials of a role.</summary>
internal sealed class AwsWebIdentityCredentials(Func<HttpClient> client, AwsEnvironment environment, string region) : IAwsCredentialSource
{
    public async Task<AwsCredentials?> GetAsync(CancellationToken cancellationToken)
    {
        if (environment["AWS_WEB_IDENTITY_TOKEN_FILE"] is not { } file || environment["AWS_ROLE_ARN"] is not { } role)
            return null;
        var token = environment.File(file)?.Trim()
            ?? throw new SearchException($"AWS_WEB_IDENTITY_TOKEN_FILE: {file} cannot be read.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"https://{AwsHost.Of("sts", region)}/"))
        {
            Content = new FormUrlEncodedContent(Form(role, token)),
        };
        return Parse(await AwsMetadata.SendAsync(client(), request, cancellationToken).ConfigureAwait(false));
    }

    private Dictionary<string, string> Form(string role, string token) => new()
    {
        ["Action"] = "AssumeRoleWithWebIdentity",
        ["Version"] = "2011-06-15",
        ["RoleArn"] = role,
        ["RoleSessionName"] = environment["AWS_ROLE_SESSION_NAME"] ?? "elastalert",
        ["WebIdentityToken"] = token,
    };

    private static AwsCredentials Parse(string answer)
    {
        try
        {
            var credentials = XDocument.Parse(answer).Descendants().First(element => element.Name.LocalName == "Credentials");
            string Text(string name) => credentials.Elements().First(element => element.Name.LocalName == name).Value;
            return new AwsCredentials(Text("AccessKeyId"), Text("SecretAccessKey"))
            {
                SessionToken = Text("SessionToken"),
                Expiration = AwsMetadata.Moment(Text("Expiration")),
            };
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            throw new SearchException("AWS credentials: the token service did not answer with credentials.") { IsTransient = true };
        }
    }
}
