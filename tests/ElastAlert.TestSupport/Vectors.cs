using System.Text.Json;

namespace ElastAlert.TestSupport;

/// <summary>Finds recorded behaviour of the reference: in the folder that ELASTALERT_VECTORS names, else beside the tests.</summary>
public static class Vectors
{
    /// <summary>Opens a vector file, such as <c>cron-vectors.json</c>.</summary>
    public static JsonDocument Open(string fileName) => JsonDocument.Parse(File.ReadAllText(PathOf(fileName)));

    /// <summary>Gets the path of a file or folder among the vectors.</summary>
    public static string PathOf(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ELASTALERT_VECTORS");
        if (!string.IsNullOrEmpty(folder) && Path.Exists(Path.Combine(folder, name)))
            return Path.Combine(folder, name);
        return Path.Combine(AppContext.BaseDirectory, "vectors", name);
    }
}
