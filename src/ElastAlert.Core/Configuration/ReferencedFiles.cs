using ElastAlert.Configuration.Schema;
using ElastAlert.Configuration.Yaml;

namespace ElastAlert.Configuration;

/// <summary>Finds the files that a rule names besides its imports: accounts, templates, value lists, the connection of an indexer.</summary>
internal static class ReferencedFiles
{
    /// <summary>Returns the paths that the rule reads, whether they exist or not.</summary>
    public static IEnumerable<string> Of(Rule rule) =>
        Accounts(rule).Select(static account => account.Path).Concat(Template(rule.Options)).Concat(Lists(rule)).Concat(Connections(rule));

    public static void Check(OptionReader reader, Rule rule)
    {
        foreach (var (key, path, options) in Accounts(rule))
            CheckAccount(reader, options.GetValueOrDefault(key)!, key, path);
        foreach (var path in Template(rule.Options).Where(static path => !File.Exists(path)))
            reader.Error("jinja_template_path", $"names the file '{path}', which does not exist.", "Correct the path; it is relative to the working directory.");
    }

    private static IEnumerable<(string Key, string Path, OptionMap Options)> Accounts(Rule rule)
    {
        foreach (var entry in rule.Alerters)
        {
            var key = OptionSchema.Reference.Alerters.GetValueOrDefault(entry.Name)?.Account;
            if (key is not null && entry.Options.Text(key) is { Length: > 0 } path)
                yield return (key, Path.Combine(Path.GetDirectoryName(rule.Source.File) ?? "", path), entry.Options);
        }
    }

    private static void CheckAccount(OptionReader reader, OptionValue value, string key, string path)
    {
        if (!File.Exists(path))
        {
            reader.Problems.Error(value.Location, key, $"names the file '{path}', which does not exist.", "Correct the path; a relative one begins at the rule's folder.");
            return;
        }

        var account = YamlReader.Read(path, File.ReadAllText(path), static _ => null).Value?.Members ?? OptionMap.Empty;
        var isComplete = account.ContainsKey("user") && account.ContainsKey("password");
        if (!isComplete && !(key == "jira_account_file" && account.ContainsKey("apikey")))
            reader.Problems.Error(value.Location, key, $"names the file '{path}', which holds no user and password.", "Write a mapping with user and password.");
    }

    private static IEnumerable<string> Template(OptionMap options) =>
        options.Text("alert_text_type") == "alert_text_jinja" && options.Text("jinja_template_path") is { Length: > 0 } path ? [path] : [];

    private static IEnumerable<string> Connections(Rule rule) =>
        rule.Alerters.Where(static entry => entry.Name == "indexer").Select(static entry => entry.Options.Text("indexer_config")).OfType<string>().Where(static path => path.Length > 0);

    private static IEnumerable<string> Lists(Rule rule) =>
        rule.Type is "blacklist" or "whitelist"
            ? rule.Options.Texts(rule.Type).Where(static item => item.StartsWith("!file ", StringComparison.Ordinal)).Select(static item => item[6..].Trim())
            : [];
}
