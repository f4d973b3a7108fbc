namespace ElastAlert.Embedded.Dates;

/// <summary>Names intervals of the calendar.</summary>
internal enum CalendarUnit
{
    /// <summary>Is a minute.</summary>
    Minute,

    /// <summary>Is an hour.</summary>
    Hour,

    /// <summary>Is a day.</summary>
    Day,

    /// <summary>Is a week from Monday on.</summary>
    Week,

    /// <summary>Is a month.</summary>
    Month,

    /// <summary>Is three months.</summary>
    Quarter,

    /// <summary>Is a year.</summary>
    Year,
}
