using ElastAlert.Embedded.Terms;

namespace ElastAlert.Embedded.Responses;

/// <summary>Is a path of names, in which <c>*</c> stands for any part of a name and <c>**</c> for any number of names.</summary>
internal sealed class PathPattern
{
    private readonly Glob?[] _names;

    private PathPattern(Glob?[] names) => _names = names;

    /// <summary>Gets how many names the path has.</summary>
    public int Length => _names.Length;

    public static PathPattern Parse(string path) =>
        new([.. path.Split('.').Select(name => name == "**" ? null : Glob.ForNames(name))]);

    /// <summary>Gets whether any number of names may stand at a place.</summary>
    public bool IsAnyDepth(int at) => _names[at] is null;

    public bool Matches(int at, string name) => _names[at]!.Matches(name);
}
