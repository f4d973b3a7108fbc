namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a tuple: a sequence that never changes.</summary>
internal sealed class PythonTuple(IReadOnlyList<object?> items) : PythonSequence
{
    public override string TypeName => "tuple";

    public override IReadOnlyList<object?> Items => items;

    public override void WriteRepr(PythonTextWriter writer)
    {
        if (!writer.Enter(this))
        {
            writer.Append("(...)");
            return;
        }

        writer.Append("(");
        WriteItems(writer);
        writer.Append(items.Count == 1 ? ",)" : ")");
        writer.Leave();
    }
}
