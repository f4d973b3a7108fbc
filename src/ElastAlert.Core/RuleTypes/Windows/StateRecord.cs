namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a piece of state that is written as a whole when it changed.</summary>
internal abstract class StateRecord
{
    /// <summary>Gets or sets the place of the record in a <see cref="StateLog"/>, or <see langword="null"/> before it was written.</summary>
    public StateEntry? Entry { get; set; }

    /// <summary>Gets or sets whether a <see cref="StateLog"/> keeps the record.</summary>
    public bool IsKept { get; set; }

    /// <summary>Gets or sets whether the record waits for the next save, which writes it unless it was removed since.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Gets or sets the record that waits after this one.</summary>
    public StateRecord? NextChanged { get; set; }

    /// <summary>Writes the record.</summary>
    public abstract void Write(StateWriter writer);
}
