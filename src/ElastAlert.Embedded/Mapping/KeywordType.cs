namespace ElastAlert.Embedded.Mapping;

/// <summary>Is text that is searched as a whole.</summary>
/// <param name="IgnoreAbove">How many characters a text may have; longer ones are not searchable.</param>
internal sealed record KeywordType(int IgnoreAbove = int.MaxValue) : FieldType("keyword")
{
    public override IEnumerable<(string Name, object Value)> Settings =>
        IgnoreAbove == int.MaxValue ? [] : [("ignore_above", (long)IgnoreAbove)];
}
