namespace ElastAlert.Alerters.Command;

/// <summary>Puts data into a command line of a POSIX shell so that it stays data.</summary>
internal static class ShellQuoting
{
    /// <summary>Returns a text as one word of the shell.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Returns whether a place of a command line lies within quotes, where a quoted word would end them.</summary>
    public static bool IsQuoted(string commandLine, int place)
    {
        var quote = '\0';
        for (var index = 0; index < place; index++)
        {
            var letter = commandLine[index];
            if (letter == '\\' && quote != '\'')
                index++;
            else if (quote == '\0' && letter is '\'' or '"')
                quote = letter;
            else if (letter == quote)
                quote = '\0';
        }

        return quote != '\0';
    }
}
