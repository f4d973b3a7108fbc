namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Checks the status documents of one rule against each other.</summary>
internal static class StatusDocuments
{
    /// <param name="documents">All of them.</param>
    /// <param name="isContiguous">Whether each window begins where the last one ended; else it may reach back.</param>
    /// <param name="matches">How many matches they tell of together, if that is known.</param>
    public static void Check(IReadOnlyList<StatusDocument> documents, bool isContiguous, int? matches)
    {
        documents.Should().NotBeEmpty();
        StatusDocument[] inOrder = [.. documents.OrderBy(static document => document.End)];
        inOrder.Select(static document => document.End).Should().OnlyHaveUniqueItems("a run is recorded once");
        foreach (var (before, after) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (isContiguous)
                after.Start.Should().Be(before.End, "counts cover each moment once");
            else
                after.Start.Should().BeOnOrBefore(before.End, "no span is left out");
        }

        if (matches is { } wanted)
            documents.Sum(static document => document.Matches).Should().Be(wanted);
    }
}
