using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ElastAlert;

/// <summary>Is a mapping of a configuration or rule file: option names to values, in the order of the file. It never changes.</summary>
public sealed class OptionMap : IReadOnlyDictionary<string, OptionValue>
{
    private readonly OrderedDictionary<string, OptionMember> _members;

    private OptionMap(OrderedDictionary<string, OptionMember> members) => _members = members;

    /// <summary>Gets the mapping without members.</summary>
    public static OptionMap Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Keys;

    /// <inheritdoc/>
    public IEnumerable<OptionValue> Values => _members.Values.Select(static member => member.Value);

    /// <summary>Gets the members with the places of their names.</summary>
    public IReadOnlyCollection<OptionMember> Entries => _members.Values;

    /// <inheritdoc/>
    public OptionValue this[string key] => _members[key].Value;

    /// <summary>Creates a mapping; of members with one name, the last stays.</summary>
    /// <param name="members">The members.</param>
    public static OptionMap Create(IEnumerable<KeyValuePair<string, OptionValue>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return FromEntries(members.Select(static member => new OptionMember(member.Key, member.Value, member.Value.Location)));
    }

    /// <summary>Creates a mapping; of members with one name, the last stays.</summary>
    /// <param name="members">The members with the places of their names.</param>
    public static OptionMap FromEntries(IEnumerable<OptionMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var copy = new OrderedDictionary<string, OptionMember>(StringComparer.Ordinal);
        foreach (var member in members)
            copy[member.Key] = member;
        return new OptionMap(copy);
    }

    /// <summary>Returns this mapping with one member added or replaced.</summary>
    /// <param name="key">The option.</param>
    /// <param name="value">Its value.</param>
    public OptionMap With(string key, OptionValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var place = LocationOf(key) ?? value.Location;
        return new(new(_members, StringComparer.Ordinal) { [key] = new OptionMember(key, value, place) });
    }

    /// <summary>Returns this mapping without a member.</summary>
    /// <param name="key">The option.</param>
    public OptionMap Without(string key)
    {
        if (!ContainsKey(key))
            return this;
        var copy = new OrderedDictionary<string, OptionMember>(_members, StringComparer.Ordinal);
        copy.Remove(key);
        return new OptionMap(copy);
    }

    /// <summary>Returns this mapping with the members of another on top.</summary>
    /// <param name="upper">The members that win.</param>
    public OptionMap Overlay(OptionMap upper)
    {
        ArgumentNullException.ThrowIfNull(upper);
        return upper.Count == 0 ? this : FromEntries(Entries.Concat(upper.Entries));
    }

    /// <summary>Returns the place of an option's name, or <see langword="null"/> when it is absent.</summary>
    /// <param name="key">The option.</param>
    public SourceLocation? LocationOf(string key) => _members.TryGetValue(key, out var member) ? member.KeyLocation : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out OptionValue value)
    {
        var found = _members.TryGetValue(key, out var member);
        value = member.Value;
        return found;
    }

    /// <summary>Returns the text of an option, or <see langword="null"/> when it is absent or not a text.</summary>
    /// <param name="key">The option.</param>
    public string? Text(string key) => TryGetValue(key, out var value) ? value.Value as string : null;

    /// <summary>Returns the truth value of an option, or a default when it is absent or not a truth value.</summary>
    /// <param name="key">The option.</param>
    /// <param name="defaultValue">The default.</param>
    public bool Flag(string key, bool defaultValue = false) =>
        TryGetValue(key, out var value) && value.Value is bool flag ? flag : defaultValue;

    /// <summary>Returns the members of a list of texts, of a single text, or nothing.</summary>
    /// <param name="key">The option.</param>
    public IReadOnlyList<string> Texts(string key)
    {
        if (!TryGetValue(key, out var value))
            return [];
        return value.Value is string text ? [text] : [.. value.Items.Select(item => item.Value).OfType<string>()];
    }

    /// <summary>Writes the mapping as a JSON object; dates become text.</summary>
    /// <param name="writer">Where to write it.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        foreach (var member in _members.Values)
        {
            writer.WritePropertyName(member.Key);
            member.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, OptionValue>> GetEnumerator() =>
        _members.Values.Select(static member => KeyValuePair.Create(member.Key, member.Value)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
