namespace ElastAlert.Embedded.Dates;

/// <summary>Reads and writes dates in one way.</summary>
internal interface IDatePattern
{
    bool TryParse(ReadOnlySpan<char> text, DateResolution resolution, out Moment moment);

    string Format(Moment moment, TimeZoneInfo zone);
}
