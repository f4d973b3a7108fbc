using ElastAlert.Values;

namespace ElastAlert.RuleTypes;

/// <summary>Is the list of a blacklist or whitelist: texts, and texts from files (rule-types.md 5.2).</summary>
internal sealed class ListedValues
{
    private const string FileMark = "!file";

    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    private ListedValues()
    {
    }

    /// <summary>Gets the values, each once, in the order of the list.</summary>
    public IReadOnlyCollection<string> Values => _values;

    /// <summary>Reads the list of an option; files are read at once, and not again before the rule changes.</summary>
    public static ListedValues Read(OptionReader reader, string key)
    {
        var list = new ListedValues();
        if (!reader.Has(key))
            return list;
        var option = reader.Rule.Options[key];
        if (option.Kind != OptionKind.List)
            reader.Wrong(key, "a list of texts");
        foreach (var item in option.Items)
            list.Add(reader, key, item);
        return list;
    }

    /// <summary>Returns whether a value is in the list; only texts are (CMP-1: a list or an object is not).</summary>
    public bool Contains(FieldValue value) => value.AsText() is { } text && _values.Contains(text);

    private void Add(OptionReader reader, string key, OptionValue item)
    {
        if (item.Kind is not (OptionKind.Text or OptionKind.Date))
            reader.Error(key, $"holds {PythonText.Repr(item.ToJson())}, which is not a text.", "Put it in quotes.");
        else if (item.Value is string text && text.StartsWith(FileMark, StringComparison.Ordinal))
            AddFile(reader, key, text[FileMark.Length..].Trim());
        else
            _values.Add((string)item.Value!);
    }

    private void AddFile(OptionReader reader, string key, string path)
    {
        if (path.Length == 0)
        {
            reader.Error(key, $"has an entry {FileMark} without a path.", $"Write '{FileMark} PATH'.");
            return;
        }

        try
        {
            foreach (var line in File.ReadLines(path))
                _values.Add(line.TrimEnd());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reader.Error(key, $"cannot read {path}: {exception.Message}", "Give a path that is readable from the working directory.");
        }
    }
}
