using ElastAlert.Alerting.Text;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Reads options with placeholders in braces, and templates.</summary>
internal static class FormatOptions
{
    /// <summary>Returns a text with placeholders; one that cannot be read is a problem.</summary>
    public static FormatText? Format(this AlerterOptionReader reader, string key, string text)
    {
        try
        {
            return FormatText.Parse(text);
        }
        catch (FormatException exception)
        {
            reader.Error(key, $"has a placeholder that cannot be read: {exception.Message}.", "Write {{ and }} for braces that are meant as such.");
            return null;
        }
    }

    /// <summary>Returns a Jinja template; one that cannot be read is a problem.</summary>
    public static TemplateText? Template(this AlerterOptionReader reader, string key, string source)
    {
        try
        {
            return TemplateText.Parse(source);
        }
        catch (FormatException exception)
        {
            reader.Error(key, $"is no Jinja template: {exception.Message}.", "Mend the template.");
            return null;
        }
    }
}
