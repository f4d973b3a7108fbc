using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Search.Aws;

/// <summary>Computes AWS Signature Version 4.</summary>
internal static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Returns the value of the <c>Authorization</c> header.</summary>
    public static string Authorize(AwsSignedRequest request, AwsCredentials credentials, string region, string service, DateTimeOffset moment)
    {
        var stamp = Stamp(moment);
        var scope = $"{stamp[..8]}/{region}/{service}/aws4_request";
        var textToSign = $"{Algorithm}\n{stamp}\n{scope}\n{Hex(Hash(request.Canonical()))}";
        var key = Key(credentials.SecretKey, stamp[..8], region, service);
        return $"{Algorithm} Credential={credentials.AccessKey}/{scope}, SignedHeaders={request.SignedHeaders}, Signature={Hex(Mac(key, textToSign))}";
    }

    /// <summary>Writes a moment as <c>X-Amz-Date</c> does.</summary>
    public static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Returns the hash of a body as headers and signatures carry it.</summary>
    public static string HashOf(ReadOnlySpan<byte> body) => Hex(SHA256.HashData(body));

    private static byte[] Key(string secret, string day, string region, string service) =>
        Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secret), day), region), service), "aws4_request");

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
