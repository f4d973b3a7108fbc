namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is what lists and tuples have in common.</summary>
internal abstract class PythonSequence : PythonObject
{
    public abstract IReadOnlyList<object?> Items { get; }

    /// <summary>Gets whether two of this type have an order.</summary>
    public virtual bool IsOrdered => true;

    public override bool HasItems => true;

    public override bool IsTrue => Items.Count > 0;

    protected void WriteItems(PythonTextWriter writer)
    {
        for (var index = 0; index < Items.Count; index++)
        {
            if (index > 0)
                writer.Append(", ");
            writer.Repr(Items[index]);
        }
    }
}
