namespace ElastAlert.Configuration;

/// <summary>Supplies the rules of the rules folders; asked again, it reads only the files that have changed.</summary>
/// <remarks>A file that no longer loads keeps its last good rule, next to the problem.</remarks>
internal sealed class YamlRuleSource : IRuleSource
{
    private readonly GlobalOptions _global;
    private readonly RuleReader _reader;
    private readonly RuleFileReader _files;
    private readonly string? _only;
    private Dictionary<string, LoadedFile> _loaded = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, LoadedFile> _published = new Dictionary<string, LoadedFile>(StringComparer.Ordinal);

    /// <summary>Creates a source.</summary>
    /// <param name="global">The global options, which name the folders and supply defaults.</param>
    /// <param name="reader">What reads rules.</param>
    /// <param name="environment">What <c>$NAME</c> stands for in the files.</param>
    /// <param name="only">The one rule that is asked for: a path, or the name of a file; <see langword="null"/> for all.</param>
    public YamlRuleSource(GlobalOptions global, RuleReader reader, Func<string, string?> environment, string? only = null)
    {
        _global = global;
        _reader = reader;
        _files = new RuleFileReader(environment);
        _only = only;
    }

    /// <inheritdoc/>
    public Task<RuleSet> LoadAsync(CancellationToken cancellationToken)
    {
        var problems = new ProblemList();
        var files = new List<LoadedFile>();
        foreach (var path in RuleDiscovery.Find(_global.RulesFolders, _global.ScanSubdirectories, _only, problems))
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(Load(path));
        }

        _published = RuleNames.Unique(files, _published, problems);
        _loaded = files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        return Task.FromResult(Set(files, problems));
    }

    private RuleSet Set(List<LoadedFile> files, ProblemList problems)
    {
        var published = files.Select(file => _published.GetValueOrDefault(file.Path)).OfType<LoadedFile>().ToLookup(static file => file.IsUnsupported, static file => file.Rule!);
        return new RuleSet([.. published[false]], [.. problems.All, .. files.SelectMany(static file => file.Problems)])
        {
            Unsupported = [.. published[true]],
        };
    }

    private LoadedFile Load(string path)
    {
        var known = _loaded.GetValueOrDefault(path);
        if (known is not null && known.Hash == LoadedFile.HashOf(known.Files))
            return known;
        var file = _files.Read(path);
        var result = file.Options is null ? new RuleReadResult(null, []) : _reader.Read(file.Options, new SourceLocation(path, 0, 0));
        IReadOnlyList<string> read = result.Rule is null ? file.Files : [.. file.Files, .. ReferencedFiles.Of(result.Rule)];
        return new LoadedFile
        {
            Path = path,
            Files = read,
            Hash = LoadedFile.HashOf(read),
            Rule = result.Rule ?? known?.Rule,
            IsUnsupported = result.Rule is null ? known?.IsUnsupported == true : result.IsUnsupported,
            Problems = [.. file.Problems, .. result.Problems],
        };
    }
}
