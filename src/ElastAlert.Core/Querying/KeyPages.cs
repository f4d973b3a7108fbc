using System.Runtime.CompilerServices;
using System.Text.Json;
using ElastAlert.Search;
using ElastAlert.Values;

namespace ElastAlert.Querying;

/// <summary>Reads the values of a query key page by page, until all of them are read.</summary>
/// <remarks>A composite aggregation gives its buckets in the order of their keys; a page that is not full is the last one.</remarks>
internal static class KeyPages
{
    /// <summary>Returns the fields of the query key, none where there is no key.</summary>
    public static IReadOnlyList<string> Fields(RuleQuery query) =>
        query.CompoundQueryKey.Count > 0 ? query.CompoundQueryKey : query.QueryKey is { } key ? [key] : [];

    /// <summary>Writes a composite aggregation over the query key as a member.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="query">What names the key and the size of a page.</param>
    /// <param name="after">The key after which the page begins, or null for the first.</param>
    public static void WriteComposite(Utf8JsonWriter writer, RuleQuery query, JsonElement? after) =>
        CompositeKeys.Write(writer, Fields(query), SizeOf(query), after);

    /// <summary>Asks for page after page; a page is valid until the next one is asked for.</summary>
    /// <param name="ask">Asks for the page after a key.</param>
    /// <param name="aggregation">The name of the aggregation.</param>
    /// <param name="query">What names the key, the size of a page, and the smallest bucket.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<KeyPage> ReadAsync(
        Func<JsonElement?, Task<SearchAnswer>> ask, string aggregation, RuleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JsonElement? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var answer = await ask(after).ConfigureAwait(false);
            var page = KeyPage.Read(answer.Root, aggregation, query, isFirst: after is null);
            after = page.Count < SizeOf(query) ? null : page.Last?.Clone();
            yield return page;
        }
        while (after is not null);
    }

    private static int SizeOf(RuleQuery query) => Math.Min(query.TermsSize, CompositeKeys.LargestPage);
}
