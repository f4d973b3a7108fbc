namespace ElastAlert.Configuration.Schema;

/// <summary>Is a mapping with known members, some of which must be there.</summary>
internal sealed class RecordShape(IReadOnlyDictionary<string, ValueShape> members, IReadOnlyCollection<string> required) : ValueShape
{
    public override string Expected => "a mapping of " + string.Join(", ", members.Keys);

    public override Mismatch? Find(OptionValue value)
    {
        if (value.Kind != OptionKind.Map || required.Any(name => !value.Members.ContainsKey(name)))
            return Wrong(value);
        foreach (var member in value.Members.Entries)
        {
            if (!members.TryGetValue(member.Key, out var shape))
                return new Mismatch(value, "." + member.Key, $"one of the members {string.Join(", ", members.Keys)}") { KeyLocation = member.KeyLocation };
            if (shape.Find(member.Value) is { } mismatch)
                return mismatch.Below("." + member.Key);
        }

        return null;
    }
}
