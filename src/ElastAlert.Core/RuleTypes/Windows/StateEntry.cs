namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is the place of a record in a <see cref="StateLog"/>. It outlives the record as long as parts hold outdated copies of it.</summary>
/// <param name="id">The number that names the record; later records have greater ones.</param>
internal sealed class StateEntry(long id)
{
    /// <summary>Gets the number that names the record.</summary>
    public long Id { get; } = id;

    /// <summary>Gets or sets the record, or <see langword="null"/> when it is gone.</summary>
    public StateRecord? Record { get; set; }

    /// <summary>Gets or sets the part that holds the record as it is, or <see langword="null"/> before it was written.</summary>
    public StateLogPart? Part { get; set; }

    /// <summary>Gets or sets how many parts hold the record, up to date or not.</summary>
    public int Copies { get; set; }
}
