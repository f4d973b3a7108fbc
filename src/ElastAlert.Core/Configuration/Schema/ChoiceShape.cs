namespace ElastAlert.Configuration.Schema;

/// <summary>Is one of some words.</summary>
internal sealed class ChoiceShape(IReadOnlyList<string> choices) : ValueShape
{
    public override string Expected => choices.Count == 1 ? $"'{choices[0]}'" : "one of " + string.Join(", ", choices);

    public override Mismatch? Find(OptionValue value) =>
        value.Kind == OptionKind.Text && choices.Contains((string)value.Value!) ? null : Wrong(value);
}
