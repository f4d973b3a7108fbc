using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Configuration;

/// <summary>Tells two versions of a rule apart by everything that takes effect: options, cluster, and the files that it reads.</summary>
internal static class RuleFingerprint
{
    public static string Of(Rule rule)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            rule.Options.WriteTo(writer);
            Write(writer, rule.Connection);
            foreach (var path in ReferencedFiles.Of(rule))
                writer.WriteStringValue(ContentHash(path));
            writer.WriteEndArray();
        }

        return Convert.ToHexString(SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>Returns the hash of a file's bytes; a missing file has one too, so that its appearance is a change.</summary>
    public static string ContentHash(string path)
    {
        try
        {
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("missing " + path)));
        }
    }

    // The environment can change the cluster without any option.
    private static void Write(Utf8JsonWriter writer, ConnectionOptions connection)
    {
        foreach (var node in connection.Nodes)
            writer.WriteStringValue(node.AbsoluteUri);
        foreach (var text in new[] { connection.Username, connection.Password, connection.ApiKey, connection.BearerToken, connection.AwsRegion, connection.AwsProfile })
            writer.WriteStringValue(text);
    }
}
