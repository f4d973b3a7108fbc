namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is a piece of state that is written as a whole when it changed.</summary>
internal abstract class StateRecord
{
    /// <summary>Gets or sets the place of the record in a <see cref="StateLog"/>, or <see langword="null"/> outside of one.</summary>
    public StateEntry? Entry { get; set; }

    /// <summary>Gets or sets whether the record is to be written with the next save.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Writes the record.</summary>
    public abstract void Write(StateWriter writer);
}
