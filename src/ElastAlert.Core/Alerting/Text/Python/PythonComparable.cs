namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a value that has an order among its kind.</summary>
internal abstract class PythonComparable : PythonObject
{
    /// <summary>Orders this value and another, if they are of one kind.</summary>
    public abstract bool TryCompare(PythonObject other, out int order);
}
