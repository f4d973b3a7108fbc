using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ElastAlert.Values;

/// <summary>
/// Is the name of a field, cut once and looked up often. The longest literal prefix wins (<c>a.b</c> before <c>a</c> then <c>b</c>) and is
/// final; what follows a scalar or a list is ignored, so <c>name.keyword</c> finds <c>name</c>; <c>a[0]b</c>, <c>a[12].b</c> index lists
/// (engine.md 2.13, rule-types.md 1.2; LOOKUP-3 and Q21 are mended: what cannot be indexed is missing).
/// </summary>
public sealed class FieldPath
{
    private readonly Prefix[] _prefixes;

    private FieldPath(string name, Prefix[] prefixes)
    {
        Name = name;
        _prefixes = prefixes;
    }

    /// <summary>Gets the name as written.</summary>
    public string Name { get; }

    /// <summary>Cuts a name.</summary>
    /// <param name="name">The name, such as <c>host.name</c>.</param>
    public static FieldPath Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefixes = new List<Prefix>();
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            prefixes.Add(Prefix.Parse(name[..end], end < name.Length ? name[(end + 1)..] : ""));
            if (name.IndexOf('.', 0, end) < 0)
                break;
        }

        return new FieldPath(name, [.. prefixes]);
    }

    /// <summary>Looks the field up in an object.</summary>
    /// <param name="root">A JSON object; anything else has no fields.</param>
    public FieldValue Find(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return FieldValue.Missing;
        foreach (var prefix in _prefixes)
        {
            if (root.TryGetProperty(prefix.Utf8Root, out var value))
                return prefix.Follow(value);
        }

        return FieldValue.Missing;
    }

    /// <summary>Looks the field up in a document.</summary>
    /// <param name="document">The document.</param>
    public FieldValue Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var prefix in _prefixes)
        {
            if (document.TryGetMember(prefix.Root, prefix.Utf8Root, out var value))
                return prefix.Follow(value);
        }

        return FieldValue.Missing;
    }

    /// <summary>Returns the path of member names and list places that lead to the field, or <see langword="null"/> where it is absent.</summary>
    internal List<object>? Locate(Document document)
    {
        foreach (var prefix in _prefixes)
        {
            if (document.TryGetMember(prefix.Root, out var value))
                return prefix.Locate(value, [prefix.Root]);
        }

        return null;
    }

    private List<object>? Locate(JsonElement root, List<object> steps)
    {
        foreach (var prefix in _prefixes)
        {
            if (root.TryGetProperty(prefix.Root, out var value))
                return prefix.Locate(value, [.. steps, prefix.Root]);
        }

        return null;
    }

    private sealed record Prefix(string Root, int? Index, FieldPath? Rest)
    {
        private readonly byte[] _utf8Root = Encoding.UTF8.GetBytes(Root);

        public ReadOnlySpan<byte> Utf8Root => _utf8Root;

        public static Prefix Parse(string name, string rest)
        {
            var open = name.IndexOf('[', StringComparison.Ordinal);
            while (open > 0)
            {
                var close = name.IndexOf(']', open);
                if (close < 0)
                    break;
                if (int.TryParse(name.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    var carry = name[(close + 1)..].TrimStart('.');
                    return new Prefix(name[..open], index, Remainder(carry, rest));
                }

                open = name.IndexOf('[', open + 1);
            }

            return new Prefix(name, null, Remainder("", rest));
        }

        public FieldValue Follow(JsonElement value)
        {
            if (Index is { } index)
                return FollowIndex(value, index);
            return Rest is not null && value.ValueKind == JsonValueKind.Object ? Rest.Find(value) : new FieldValue(value);
        }

        public List<object>? Locate(JsonElement value, List<object> steps)
        {
            if (Index is { } index)
            {
                if (value.ValueKind != JsonValueKind.Array || index >= value.GetArrayLength())
                    return null;
                if (Rest is not null && value[index].ValueKind != JsonValueKind.Object)
                    return steps;
                steps.Add(index);
                value = value[index];
            }

            return Rest is not null && value.ValueKind == JsonValueKind.Object ? Rest.Locate(value, steps) : steps;
        }

        private static FieldPath? Remainder(string carry, string rest)
        {
            var name = carry.Length > 0 && rest.Length > 0 ? $"{carry}.{rest}" : carry + rest;
            return name.Length == 0 ? null : FieldPath.Parse(name);
        }

        private FieldValue FollowIndex(JsonElement value, int index)
        {
            if (value.ValueKind == JsonValueKind.String && Rest is null)
                return value.GetString() is { } text && index < text.Length ? new FieldValue(JsonValue.Of(text[index].ToString())) : default;
            if (value.ValueKind != JsonValueKind.Array || index >= value.GetArrayLength())
                return FieldValue.Missing;
            if (Rest is null)
                return new FieldValue(value[index]);
            return value[index].ValueKind == JsonValueKind.Object ? Rest.Find(value[index]) : new FieldValue(value);
        }
    }
}
