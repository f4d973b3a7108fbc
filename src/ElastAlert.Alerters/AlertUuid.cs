using System.Security.Cryptography;
using System.Text;

namespace ElastAlert.Alerters;

/// <summary>Makes the id of an alert for services that want a UUID: a repeated delivery has the same one.</summary>
internal static class AlertUuid
{
    /// <summary>Makes the UUID of an alert: of its id, by name (RFC 9562, version 8 over SHA-256).</summary>
    /// <param name="alert">The alert.</param>
    public static Guid Of(Alert alert)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(alert.Id)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
