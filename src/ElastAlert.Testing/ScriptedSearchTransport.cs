using System.Text;

namespace ElastAlert.Testing;

/// <summary>Is a search transport that answers as it is told and keeps every request.</summary>
/// <remarks>
/// Of several answers that fit a request, one that is given a number of times comes before one that is given for ever, and the earlier
/// before the later. A request without an answer throws, so that a test never passes by accident.
/// </remarks>
public sealed class ScriptedSearchTransport : ISearchTransport
{
    private readonly Lock _lock = new();
    private readonly List<Script> _scripts = [];
    private readonly List<SearchRequest> _requests = [];

    /// <summary>Gets the requests so far, in order.</summary>
    public IReadOnlyList<SearchRequest> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>Answers requests with JSON, always.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">A part of the path and query.</param>
    /// <param name="json">The body of the answer.</param>
    /// <param name="statusCode">The status of the answer.</param>
    public ScriptedSearchTransport Always(string method, string path, string json, int statusCode = 200) =>
        Add(method, path, int.MaxValue, _ => Json(json, statusCode));

    /// <summary>Answers requests with what a function makes, always; the function may throw a <see cref="SearchException"/>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">A part of the path and query.</param>
    /// <param name="answer">Makes the answer.</param>
    public ScriptedSearchTransport Always(string method, string path, Func<SearchRequest, SearchResponse> answer) =>
        Add(method, path, int.MaxValue, answer);

    /// <summary>Answers one request with JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">A part of the path and query.</param>
    /// <param name="json">The body of the answer.</param>
    /// <param name="statusCode">The status of the answer.</param>
    public ScriptedSearchTransport Once(string method, string path, string json, int statusCode = 200) =>
        Add(method, path, 1, _ => Json(json, statusCode));

    /// <summary>Answers one request with what a function makes; the function may throw a <see cref="SearchException"/>.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">A part of the path and query.</param>
    /// <param name="answer">Makes the answer.</param>
    public ScriptedSearchTransport Once(string method, string path, Func<SearchRequest, SearchResponse> answer) =>
        Add(method, path, 1, answer);

    /// <inheritdoc/>
    public Task<SearchResponse> SendAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Take(request).Answer(request));
        }
        catch (SearchException exception)
        {
            return Task.FromException<SearchResponse>(exception);
        }
    }

    /// <summary>Makes an answer of JSON text.</summary>
    /// <param name="json">The body.</param>
    /// <param name="statusCode">The status.</param>
    public static SearchResponse Json(string json, int statusCode = 200) =>
        new(statusCode, new MemoryStream(Encoding.UTF8.GetBytes(json))) { ContentType = "application/json" };

    private ScriptedSearchTransport Add(string method, string path, int times, Func<SearchRequest, SearchResponse> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        lock (_lock)
            _scripts.Add(new Script(method, path, answer) { Left = times });
        return this;
    }

    private Script Take(SearchRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            var fitting = _scripts.Where(script => script.Left > 0 && script.Fits(request)).ToList();
            var script = fitting.Find(candidate => candidate.Left != int.MaxValue) ?? fitting.FirstOrDefault()
                ?? throw new InvalidOperationException($"No answer is scripted for {request.Method} {request.Path}.");
            if (script.Left != int.MaxValue)
                script.Left--;
            return script;
        }
    }

    private sealed record Script(string Method, string Path, Func<SearchRequest, SearchResponse> Answer)
    {
        public int Left { get; set; }

        public bool Fits(SearchRequest request) =>
            request.Method.Equals(Method, StringComparison.OrdinalIgnoreCase) && request.Path.Contains(Path, StringComparison.Ordinal);
    }
}
