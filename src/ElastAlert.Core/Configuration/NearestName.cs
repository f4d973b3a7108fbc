namespace ElastAlert.Configuration;

/// <summary>Finds the known name that a misspelt one probably means.</summary>
internal static class NearestName
{
    public static string? Of(string name, IEnumerable<string> known)
    {
        var limit = Math.Clamp(name.Length / 4, 1, 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(found => found.Distance <= limit)
            .OrderBy(found => found.Distance).ThenBy(found => found.Candidate, StringComparer.Ordinal)
            .Select(found => found.Candidate)
            .FirstOrDefault();
    }

    /// <summary>Counts the letters to insert, remove or replace that turn one name into the other.</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
