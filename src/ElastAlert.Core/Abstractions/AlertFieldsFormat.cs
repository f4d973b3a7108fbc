namespace ElastAlert;

/// <summary>Names the ways to write the fields of a match into an alert.</summary>
public enum AlertFieldsFormat
{
    /// <summary>A line for each field: its name, a colon, its value.</summary>
    Lines,

    /// <summary>All fields as one indented JSON object.</summary>
    Json,
}
