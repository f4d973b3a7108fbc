using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Formatting;

/// <summary>Numbers the fields without a name, and refuses a text that mixes both kinds.</summary>
internal sealed class FieldNumbering
{
    private int _next;
    private bool? _isAutomatic;

    public int Next()
    {
        Choose(isAutomatic: true);
        return _next++;
    }

    public int Explicit(int index)
    {
        Choose(isAutomatic: false);
        return index;
    }

    private void Choose(bool isAutomatic)
    {
        _isAutomatic ??= isAutomatic;
        if (_isAutomatic == isAutomatic)
            return;
        throw PythonException.Value(isAutomatic
            ? "cannot switch from manual field specification to automatic field numbering"
            : "cannot switch from automatic field numbering to manual field specification");
    }
}
