namespace ElastAlert.Configuration.Schema;

/// <summary>Is a value of one of some kinds.</summary>
internal sealed class KindShape(string expected, params OptionKind[] kinds) : ValueShape
{
    public static ValueShape Text { get; } = new KindShape("text", OptionKind.Text);

    public static ValueShape Flag { get; } = new KindShape("true or false", OptionKind.Boolean);

    public static ValueShape Number { get; } = new KindShape("a number", OptionKind.WholeNumber, OptionKind.Number);

    public static ValueShape Map { get; } = new KindShape("a mapping", OptionKind.Map);

    public static ValueShape List { get; } = new KindShape("a list", OptionKind.List);

    public static ValueShape Any { get; } = new KindShape("anything", Enum.GetValues<OptionKind>());

    public override string Expected => expected;

    public override Mismatch? Find(OptionValue value) => kinds.Contains(value.Kind) ? null : Wrong(value);
}
