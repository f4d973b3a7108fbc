using System.Text.Json;

namespace ElastAlert.Samples.QuickStart;

/// <summary>Is what the command of the rules does: it notes what it was called with and how many matches it was given.</summary>
internal static class Notification
{
    private static string File => Path.Combine(AppContext.BaseDirectory, "notifications.txt");

    /// <summary>Notes one alert; the engine has started this program for it.</summary>
    public static int Receive(string text)
    {
        using var matches = JsonDocument.Parse(Console.In.ReadToEnd());
        var id = Environment.GetEnvironmentVariable("ELASTALERT_ALERT_ID");
        System.IO.File.AppendAllText(File, $"{id}\t{matches.RootElement.GetArrayLength()}\t{text}{Environment.NewLine}");
        return 0;
    }

    /// <summary>Returns what was noted since the last time, and forgets it.</summary>
    public static IReadOnlyList<string> ReadAll()
    {
        if (!System.IO.File.Exists(File))
            return [];
        var lines = System.IO.File.ReadAllLines(File);
        System.IO.File.Delete(File);
        return lines;
    }
}
