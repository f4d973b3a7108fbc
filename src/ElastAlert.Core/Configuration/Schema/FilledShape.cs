namespace ElastAlert.Configuration.Schema;

/// <summary>Is a text, list or mapping that is not empty.</summary>
internal sealed class FilledShape(ValueShape inner) : ValueShape
{
    public override string Expected => inner.Expected + (inner is ItemsShape ? ", with at least one item" : " that is not empty");

    public override Mismatch? Find(OptionValue value) => inner.Find(value) ?? (value.IsFalsy ? Wrong(value) : null);
}
