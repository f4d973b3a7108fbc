namespace ElastAlert.Configuration;

/// <summary>Reads the entries of <c>alert</c>: names, or a name with options of its own.</summary>
internal static class AlerterEntries
{
    /// <summary>Returns the entries in the order they are delivered: <c>jira</c> first, so that the others can name its ticket.</summary>
    public static IReadOnlyList<AlerterEntry> Read(OptionReader reader, string key)
    {
        if (reader.Value(key) is not { } alert)
            return [];
        IReadOnlyList<OptionValue> items = alert.Kind == OptionKind.List ? alert.Items : [alert];
        if (items.Count == 0)
            reader.Problems.Error(alert.Location, key, "is empty, so nothing would be delivered.", "Name an alerter; 'debug' only logs.");
        return [.. items.Select((item, index) => Entry(reader, key, item, index)).OfType<AlerterEntry>().OrderBy(static entry => entry.Name == "jira" ? 0 : 1)];
    }

    private static AlerterEntry? Entry(OptionReader reader, string key, OptionValue item, int index)
    {
        if (item is { Kind: OptionKind.Text })
            return new AlerterEntry { Name = (string)item.Value!, Index = index, Options = OptionReferences.Resolve(reader.Options) };
        if (item is { Kind: OptionKind.Map, Members.Count: 1 } && item.Members.Entries.First() is { Value.Kind: OptionKind.Map or OptionKind.Null } own)
            return new AlerterEntry { Name = own.Key, Index = index, Options = OptionReferences.Resolve(reader.Options.Overlay(own.Value.Members)) };
        var (message, cure) = item is { Kind: OptionKind.Map, Members.Count: > 1 }
            ? ($"names {string.Join(", ", item.Members.Keys)} in one entry, of which only the first would count.", "Begin each alerter with a dash of its own, and indent its options below its name.")
            : ($"holds {ValueText.Of(key, item)} where an alerter must stand.", "Write its name, or its name with options: '- email: {email: a@example.com}'.");
        reader.Problems.Error(item.Location, $"{key}[{index}]", message, cure);
        return null;
    }
}
