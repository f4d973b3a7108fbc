using ElastAlert.Embedded.Dates;

namespace ElastAlert.Embedded.Mapping;

/// <summary>Is a type whose values are stored as whole numbers in the same order.</summary>
internal abstract record NumericType(string Name) : FieldType(Name)
{
    /// <summary>Gets whether values are shown with a second, readable form.</summary>
    public virtual bool HasText => false;

    /// <summary>Gets whether values are shown as floating numbers.</summary>
    public virtual bool IsFloating => false;

    /// <summary>Encodes a value of a document.</summary>
    /// <exception cref="FormatException">The value does not belong to the type; the message is the server's.</exception>
    public abstract long Encode(string text);

    /// <summary>Gets the encoded values that a range of a request covers.</summary>
    public abstract LongRange Range(RangeBounds bounds);

    /// <summary>Gets the encoded values that equal a value of a request.</summary>
    public virtual LongRange Term(QueryValue value, DateTimeOffset now) => Range(new RangeBounds(value, true, value, true, now));

    public abstract double ToDouble(long encoded);

    /// <summary>Gets a value as JSON.</summary>
    public abstract string ToJson(long encoded);

    /// <summary>Gets a value as text in a format, or in that of the field.</summary>
    public virtual string ToText(long encoded, DateFormat? format = null, TimeZoneInfo? zone = null) => ToJson(encoded);
}
