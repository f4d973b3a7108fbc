using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.State.Writeback;

/// <summary>Makes keys for document ids: any text, however long and strange, becomes 32 lower case digits.</summary>
internal static class DocumentKey
{
    private const int Bytes = 16;

    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
