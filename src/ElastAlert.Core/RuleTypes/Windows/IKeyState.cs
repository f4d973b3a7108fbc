namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what a rule type remembers about a key.</summary>
internal interface IKeyState
{
    /// <summary>Writes it.</summary>
    void Write(StateWriter writer);

    /// <summary>Reads what was written into a new one.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="records">What was saved on its own, by number.</param>
    void Read(StateReader reader, RestoredRecords records);

    /// <summary>Gives up what it saves on its own, which is nothing unless it says otherwise.</summary>
    void Release()
    {
    }
}
