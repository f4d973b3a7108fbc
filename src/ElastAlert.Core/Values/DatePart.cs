namespace ElastAlert.Values;

/// <summary>Says what a number of a date is.</summary>
internal enum DatePart
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The month.</summary>
    Month,

    /// <summary>The day of the month.</summary>
    Day,
}
