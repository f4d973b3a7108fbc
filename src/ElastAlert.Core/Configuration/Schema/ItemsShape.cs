using System.Globalization;

namespace ElastAlert.Configuration.Schema;

/// <summary>Is a list or a mapping whose members all have one shape.</summary>
internal sealed class ItemsShape(OptionKind kind, ValueShape item) : ValueShape
{
    public override string Expected => (kind, item == KindShape.Any) switch
    {
        (OptionKind.List, true) => "a list",
        (OptionKind.List, false) => $"a list, each item {item.Expected}",
        _ => $"a mapping, each value {item.Expected}",
    };

    public override Mismatch? Find(OptionValue value)
    {
        if (value.Kind != kind)
            return Wrong(value);
        return kind == OptionKind.List
            ? value.Items.Select((member, index) => item.Find(member)?.Below(string.Create(CultureInfo.InvariantCulture, $"[{index}]"))).FirstOrDefault(Found)
            : value.Members.Select(member => item.Find(member.Value)?.Below("." + member.Key)).FirstOrDefault(Found);
    }

    private static bool Found(Mismatch? mismatch) => mismatch is not null;
}
