using System.CommandLine;

namespace ElastAlert.Cli;

/// <summary>Lets flags be cut short as long as they are unambiguous, as the reference's own command line does: <c>--verb</c>.</summary>
internal static class ArgumentPrefixes
{
    /// <summary>Returns the arguments with flags written out; what is not a prefix of exactly one flag stays as it is.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> arguments, RootCommand root)
    {
        Command command = root;
        var expanded = new List<string>(arguments.Count);
        foreach (var argument in arguments)
        {
            if (expanded.Count == expanded.Count(item => item.StartsWith('-')) && Subcommand(root, argument) is { } subcommand)
                command = subcommand;
            expanded.Add(argument.StartsWith("--", StringComparison.Ordinal) && argument.Length > 2 ? Expand(argument, command, root) : argument);
        }

        return expanded;
    }

    private static string Expand(string argument, Command command, RootCommand root)
    {
        var end = argument.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? argument : argument[..end];
        var names = command.Options.Concat(command == root ? [] : root.Options.Where(option => option.Recursive))
            .SelectMany(option => option.Aliases.Append(option.Name)).Distinct().ToList();
        if (names.Contains(name))
            return argument;
        var matching = names.Where(item => item.StartsWith(name, StringComparison.Ordinal)).ToList();
        return matching.Count == 1 ? string.Concat(matching[0], argument.AsSpan(name.Length)) : argument;
    }

    private static Command? Subcommand(RootCommand root, string argument) =>
        root.Subcommands.FirstOrDefault(command => command.Name == argument);
}
