namespace ElastAlert.Search.Aws;

/// <summary>Reads one section of an INI file.</summary>
internal static class IniSection
{
    public static Dictionary<string, string> Read(string text, string section)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var inside = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.Trim();
            if (content.StartsWith('['))
                inside = content.Trim("[] \t").SequenceEqual(section);
            else if (inside && content.IndexOf('=') is > 0 and var equals && content[0] is not ('#' or ';'))
                settings[content[..equals].Trim().ToString()] = content[(equals + 1)..].Trim().ToString();
        }

        return settings;
    }
}
