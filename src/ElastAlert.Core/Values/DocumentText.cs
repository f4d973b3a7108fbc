using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>Makes the text of a document from that of its root and the members on top, without writing anew what is written already.</summary>
internal static class DocumentText
{
    /// <summary>Returns the text of an object with members that replace or follow its own.</summary>
    /// <param name="root">The object.</param>
    /// <param name="added">The members on top, each name once.</param>
    public static byte[] Join(JsonElement root, KeyValuePair<string, JsonElement>[] added)
    {
        var text = JsonMarshal.GetRawUtf8Value(root);
        var replaced = new List<(int Start, int Length, JsonElement Value)>();
        var appended = new List<KeyValuePair<string, JsonElement>>(added.Length);
        foreach (var member in added)
        {
            if (root.TryGetProperty(member.Key, out var current) && JsonMarshal.GetRawUtf8Value(current) is var old && text.Overlaps(old, out var start))
                replaced.Add((start, old.Length, member.Value));
            else
                appended.Add(member);
        }

        replaced.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        var json = new byte[text.Length + replaced.Sum(static item => LengthOf(item.Value) - item.Length) + appended.Sum(LengthOf)];
        var end = WriteReplaced(json, text[..^1], replaced);
        end = WriteAppended(json, end, appended, text.Contains((byte)'"'));
        json[end++] = (byte)'}';
        return end == json.Length ? json : json[..end];
    }

    private static int WriteReplaced(Span<byte> json, ReadOnlySpan<byte> text, List<(int Start, int Length, JsonElement Value)> replaced)
    {
        var (end, from) = (0, 0);
        foreach (var (start, length, value) in replaced)
        {
            end += Copy(text[from..start], json[end..]);
            end += Copy(JsonMarshal.GetRawUtf8Value(value), json[end..]);
            from = start + length;
        }

        return end + Copy(text[from..], json[end..]);
    }

    private static int WriteAppended(Span<byte> json, int end, List<KeyValuePair<string, JsonElement>> appended, bool needsComma)
    {
        foreach (var (name, value) in appended)
        {
            if (needsComma)
                json[end++] = (byte)',';
            needsComma = true;
            end += WriteName(name, json[end..]);
            end += Copy(JsonMarshal.GetRawUtf8Value(value), json[end..]);
        }

        return end;
    }

    private static int LengthOf(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;

    // With quotes, colon and comma.
    private static int LengthOf(KeyValuePair<string, JsonElement> member) =>
        (IsPlain(member.Key) ? member.Key.Length : JsonEncodedText.Encode(member.Key).EncodedUtf8Bytes.Length) + 4 + LengthOf(member.Value);

    private static bool IsPlain(string name) => Ascii.IsValid(name) && name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !name.AsSpan().ContainsAny('"', '\\');

    private static int WriteName(string name, Span<byte> json)
    {
        json[0] = (byte)'"';
        var length = IsPlain(name)
            ? Encoding.UTF8.GetBytes(name, json[1..])
            : Copy(JsonEncodedText.Encode(name).EncodedUtf8Bytes, json[1..]);
        json[length + 1] = (byte)'"';
        json[length + 2] = (byte)':';
        return length + 3;
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
