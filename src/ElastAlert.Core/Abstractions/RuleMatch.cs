using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert;

/// <summary>Is what a rule type detected: the fields of a document or of an observation, and what to say about it.</summary>
public sealed record RuleMatch
{
    /// <summary>Gets the fields. They have memory of their own, and the timestamp is in output form.</summary>
    public required Document Fields { get; init; }

    /// <summary>Gets the moment of the match.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Gets the text that alert bodies show about the match, such as how many events there were; ends in a line end, or is empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Makes a match of a document: copies it, and writes its timestamp in output form (rule-types.md 3.1; BASE-1 is mended).</summary>
    /// <param name="fields">The document.</param>
    /// <param name="timestampField">The field that holds the timestamp, at any depth.</param>
    /// <param name="timestamp">The moment.</param>
    public static RuleMatch Create(Document fields, FieldPath timestampField, DateTimeOffset timestamp)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(timestampField);
        Span<char> text = stackalloc char[IsoTime.MaxLength];
        text = text[..IsoTime.Format(timestamp, text)];
        var current = timestampField.Find(fields).Element;
        var isWritten = current.ValueKind == JsonValueKind.String && current.ValueEquals(text);
        var changed = isWritten ? fields : fields.WithField(timestampField, JsonValue.Of(text.ToString()));
        return new RuleMatch { Fields = changed.ToOwned(), Timestamp = timestamp };
    }
}
