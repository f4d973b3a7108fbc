namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a list; templates may change it, so each rendering has its own.</summary>
internal sealed class PythonList(List<object?> items) : PythonSequence
{
    public override string TypeName => "list";

    public override IReadOnlyList<object?> Items => items;

    /// <summary>Gets the members to change.</summary>
    public List<object?> Mutable => items;

    public override void WriteRepr(PythonTextWriter writer)
    {
        if (!writer.Enter(this))
        {
            writer.Append("[...]");
            return;
        }

        writer.Append("[");
        WriteItems(writer);
        writer.Append("]");
        writer.Leave();
    }
}
