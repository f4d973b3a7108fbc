using ElastAlert.Embedded.Aggregations;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Fetching;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;
using ElastAlert.Embedded.Segments;
using ElastAlert.Embedded.Sorting;

namespace ElastAlert.Embedded.Searching;

/// <summary>Answers one search, or one page of a scroll.</summary>
internal sealed class SearchRun
{
    private readonly IReadOnlyList<IndexView> _views;
    private readonly SearchBody _search;
    private readonly HitSorter _sorter;
    private readonly Dictionary<int, DocumentSet> _matched = [];
    private readonly Dictionary<int, DocumentSet> _hits = [];
    private readonly List<(IndexView View, ShardFailure Failure)> _failures = [];

    public SearchRun(IReadOnlyList<IndexView> views, SearchBody search)
    {
        _views = views;
        _search = WithTiebreak(search);
        _sorter = new HitSorter(_search.Sort);
        CheckPage();
        for (var i = 0; i < views.Count; i++)
            Evaluate(i);
        if (_failures.Count > 0 && _failures.Count == views.Count)
            throw _failures[0].Failure;
        _sorter.CheckTypes();
    }

    /// <summary>Gets the hits of the page: what follows the last one of a scroll, or of <c>search_after</c>, or the first ones.</summary>
    public IReadOnlyList<SortedHit> Page(SortedHit? last = null)
    {
        var bound = _search.SearchAfter is { } after ? _sorter.After(after) : null;
        if (last is { } delivered)
            bound = _sorter.After(delivered);
        var top = _sorter.Top(_search.From + _search.Size, _hits.Select(pair => (pair.Key, pair.Value)), bound);
        return top.Count <= _search.From ? [] : top[_search.From..];
    }

    /// <summary>Writes the members of the answer, from <c>took</c> on.</summary>
    public void Write(ResponseWriter writer, IReadOnlyList<SortedHit> page)
    {
        writer.Number("took", 0);
        writer.Flag("timed_out", false);
        ShardsWriter.Write(writer, _views.Count, _failures);
        writer.BeginObject("hits");
        WriteTotal(writer);
        if (page.Count > 0 && _search.Sort.Count == 0)
            writer.Floating("max_score", 1);
        else
            writer.Null("max_score");
        writer.BeginArray("hits");
        foreach (var hit in page)
            WriteHit(writer, hit);
        writer.EndArray();
        writer.EndObject();
        WriteAggregations(writer);
    }

    private static SearchBody WithTiebreak(SearchBody search)
    {
        if (search.PointInTime is null || search.Sort.Count == 0 || search.Sort.Any(field => field.IsPosition))
            return search;
        if (search.SearchAfter?.Count == search.Sort.Count)
            return search;
        return search with { Sort = [.. search.Sort, new SortField(SortField.ShardDocument)] };
    }

    private void CheckPage()
    {
        if (_search.From + _search.Size > SearchBody.MaximumWindow)
        {
            throw ShardFailure.Illegal($"Result window is too large, from + size must be less than or equal to: [{SearchBody.MaximumWindow}] but was "
                + $"[{_search.From + _search.Size}]. See the scroll api for a more efficient way to request large data sets. "
                + "This limit can be set by changing the [index.max_result_window] index level setting.");
        }

        if (_search.SearchAfter is not { } after)
            return;
        if (_search.Sort.Count == 0)
            throw ShardFailure.Illegal("Sort must contain at least one field.");
        if (after.Count != _search.Sort.Count)
            throw ShardFailure.Illegal($"search_after has {after.Count} value(s) but sort has {_search.Sort.Count}.");
    }

    private void Evaluate(int number)
    {
        var view = _views[number];
        try
        {
            _sorter.Add(number, view);
            _search.Aggregations.Check(view);
            var matched = _search.Query.Evaluate(view).IntersectWith(view.Live());
            var hits = _search.PostFilter is { } filter ? filter.Evaluate(view).IntersectWith(matched) : matched;
            _matched[number] = matched;
            _hits[number] = hits;
        }
        catch (ShardFailure failure)
        {
            _failures.Add((view, failure));
        }
    }

    private void WriteTotal(ResponseWriter writer)
    {
        if (_search.TrackedHits == 0)
            return;
        var total = _hits.Values.Sum(set => (long)set.Count());
        var isExact = total <= _search.TrackedHits;
        if (_search.TotalIsNumber)
        {
            writer.Number("total", total);
            return;
        }

        writer.BeginObject("total");
        writer.Number("value", isExact ? total : _search.TrackedHits);
        writer.Text("relation", isExact ? "eq" : "gte");
        writer.EndObject();
    }

    private void WriteHit(ResponseWriter writer, SortedHit hit)
    {
        var view = _views[hit.View];
        var content = new HitWriter(writer, _search.Fetch);
        writer.BeginObject();
        content.WriteHead(view, view.Segment[hit.Document]);
        if (_search.Sort.Count == 0)
            writer.Floating("_score", 1);
        else
            writer.Null("_score");
        content.WriteContent(view, hit.Document);
        if (_search.Sort.Count > 0)
            WriteSortValues(writer, hit);
        writer.EndObject();
    }

    private void WriteSortValues(ResponseWriter writer, SortedHit hit)
    {
        writer.BeginArray("sort");
        for (var i = 0; i < _search.Sort.Count; i++)
            SortValueWriter.Write(writer, _search.Sort[i], _sorter.Type(hit, i), _sorter.Value(hit, i));
        writer.EndArray();
    }

    private void WriteAggregations(ResponseWriter writer)
    {
        if (_search.Aggregations.IsEmpty || _views.Count == 0)
            return;
        var selected = Select(number => _matched[number], Everything);
        writer.BeginObject("aggregations");
        _search.Aggregations.Collect(selected).Write(writer);
        writer.EndObject();
    }

    private Selection Everything() => Select(number => _views[number].Live(), Everything);

    private Selection Select(Func<int, DocumentSet> choose, Func<Selection> everything) =>
        new([.. _matched.Keys.Select(number => new SelectedDocuments(_views[number], choose(number).ToArray()))], everything);
}
