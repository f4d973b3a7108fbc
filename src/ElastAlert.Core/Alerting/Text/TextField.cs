using System.Text.RegularExpressions;
using ElastAlert.Alerting.Text.Python;
using ElastAlert.Values;

namespace ElastAlert.Alerting.Text;

/// <summary>Is a field that a text names, found as the reference's texts find it (alerters.md 1.3).</summary>
/// <remarks>
/// In texts a list has one-digit places only, with the member directly behind the bracket: <c>a[1]name</c>. Other notations, which
/// <see cref="FieldPath"/> understands, are literal names here, since existing alerts print their missing value for them.
/// </remarks>
internal sealed partial class TextField
{
    private readonly FieldPath? _path;

    private TextField(string name)
    {
        Name = name;
        _path = OtherNotation().IsMatch(name) ? null : FieldPath.Parse(name);
    }

    public string Name { get; }

    public static TextField Parse(string name) => new(name);

    public FieldValue Find(Document document)
    {
        if (_path is not null)
            return _path.Find(document);
        return document.TryGetMember(Name, out var value) ? new FieldValue(value) : FieldValue.Missing;
    }

    /// <summary>Returns the value, or <see langword="null"/> for nothing.</summary>
    public object? Read(Document document)
    {
        var value = Find(document);
        return value.IsMissing ? null : PythonValue.FromJson(value.Element, PythonComparer.Unlimited);
    }

    [GeneratedRegex(@"\[[0-9](?:[0-9]+\]|\]\.)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNotation();
}
