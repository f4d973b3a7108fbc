using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is what <c>namespace()</c> gives: attributes that can be set from inside loops.</summary>
internal sealed class Namespace(PythonDict attributes) : PythonObject, IAttributes
{
    public override string TypeName => "Namespace";

    public void Set(string name, object? value) => attributes[name] = value;

    public bool TryGetAttribute(string name, RenderContext context, out object? value) => attributes.TryGetValue(name, out value);

    public override void WriteRepr(PythonTextWriter writer)
    {
        writer.Append("<Namespace ");
        writer.Repr(attributes);
        writer.Append(">");
    }
}
