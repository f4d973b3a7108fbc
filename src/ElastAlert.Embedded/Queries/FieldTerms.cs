using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Mapping;
using ElastAlert.Embedded.Segments;

namespace ElastAlert.Embedded.Queries;

/// <summary>Finds documents by the terms of one field, whatever type the field has.</summary>
internal static class FieldTerms
{
    /// <summary>Gets the documents with a term that equals a text, which is not split into words.</summary>
    public static DocumentSet Equal(IndexView view, string fieldName, QueryValue value, DateTimeOffset now)
    {
        switch (fieldName)
        {
            case "_id":
                return WithId(view, id => id == value.Text);
            case "_index":
                return view.Name == value.Text ? DocumentSet.All(view.Segment.Count) : view.None();
        }

        if (view.Find(fieldName) is not { } field)
            return view.None();
        if (field.Type is NumericType numeric)
            return view.Longs(field).Within(numeric.Term(value, now));
        var column = view.Terms(field);
        return column.Ordinal(value.Text) is { } ordinal ? column.With(ordinal) : view.None();
    }

    /// <summary>Gets the documents with a term for which a test holds; the field must be one of texts.</summary>
    public static DocumentSet Matching(IndexView view, string fieldName, string query, Func<string, bool> test)
    {
        if (fieldName == "_index")
            return test(view.Name) ? DocumentSet.All(view.Segment.Count) : view.None();
        if (fieldName == "_id")
            throw RequestFailure.Unsupported($"the query [{query}] on the field [_id]");
        if (view.Find(fieldName) is not { } field)
            return view.None();
        if (field.Type is NumericType)
        {
            throw ShardFailure.Query($"Can only use {query} queries on keyword, text and wildcard fields - "
                + $"not on [{fieldName}] which is of type [{field.Type.Name}]");
        }

        return view.Terms(field).WithAny(test);
    }

    /// <summary>Gets a term in the form in which the field has its terms.</summary>
    public static string Normalize(IndexView view, string fieldName, string text) =>
        view.Find(fieldName)?.Type is TextType ? StandardAnalyzer.Normalize(text) : text;

    public static DocumentSet WithId(IndexView view, Func<string, bool> test)
    {
        var set = view.None();
        for (var document = 0; document < set.Length; document++)
        {
            if (test(view.Segment[document].Id))
                set.Add(document);
        }

        return set;
    }
}
