using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Alerters.TencentSms;

/// <summary>Computes signatures of Tencent Cloud (TC3-HMAC-SHA256).</summary>
internal static class TencentSignature
{
    private const string SignedHeaders = "content-type;host";

    /// <summary>Returns the value of the <c>Authorization</c> header of a request that posts JSON to the root of a host.</summary>
    public static string Authorize(string secretId, string secretKey, string host, string service, byte[] body, DateTimeOffset moment)
    {
        var day = moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{service}/tc3_request";
        var request = $"POST\n/\n\ncontent-type:application/json\nhost:{host}\n\n{SignedHeaders}\n{Hex(SHA256.HashData(body))}";
        var text = $"TC3-HMAC-SHA256\n{moment.ToUnixTimeSeconds()}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        var key = Mac(Mac(Mac(Encoding.UTF8.GetBytes("TC3" + secretKey), day), service), "tc3_request");
        return $"TC3-HMAC-SHA256 Credential={secretId}/{scope}, SignedHeaders={SignedHeaders}, Signature={Hex(Mac(key, text))}";
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
