namespace ElastAlert.TestSupport;

/// <summary>Finds files of the checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>Gets the root of the checkout: the nearest folder above that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder with material that is shared between projects, beside the checkout; it may be missing.</summary>
    public static string Shared => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ElastAlert.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ElastAlert.Sdk.sln.");
    }
}
