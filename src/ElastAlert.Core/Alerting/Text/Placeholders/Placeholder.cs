namespace ElastAlert.Alerting.Text.Placeholders;

/// <summary>Is a placeholder of a text: where it stands, which field it names, and how the value is to be formatted.</summary>
/// <param name="Start">Where it begins in the template.</param>
/// <param name="End">Where it ends in the template.</param>
/// <param name="Name">The field.</param>
/// <param name="Format">What follows the name: flags and type (<c>05d</c>), or steps, conversion and format (<c>[name]!r:>10</c>).</param>
internal readonly record struct Placeholder(int Start, int End, string Name, string Format)
{
    /// <summary>Gets whether it stands for one literal letter: <c>%%</c>, <c>{{</c>, <c>}}</c>.</summary>
    public bool IsEscape => End - Start == 2 && Name.Length == 0;
}
