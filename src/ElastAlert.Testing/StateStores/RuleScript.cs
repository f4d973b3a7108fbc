using System.Globalization;
using System.Text;

namespace ElastAlert.Testing.StateStores;

/// <summary>Makes the commits of one rule one after another, and knows what its state must be after each.</summary>
internal sealed class RuleScript(string rule)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _parts = [];
    private RunCommit? _last;
    private int _number;

    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public string Rule => rule;

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Parts => _parts;

    /// <summary>Makes the commit that follows the last one that was noted.</summary>
    public RunCommit Next(params IReadOnlyList<StatePart> parts)
    {
        _number++;
        return new RunCommit
        {
            Rule = rule,
            CommitId = Guid.NewGuid().ToString("N"),
            PreviousCommitId = _last?.CommitId,
            Lease = new RuleLease("owner-a", 1, Start.AddMinutes(_number)),
            Checkpoint = Bytes($"checkpoint {_number}"),
            Parts = parts,
        };
    }

    /// <summary>Makes an alert of the commit that comes next.</summary>
    public OutboxAlert Alert(int ordinal = 0, params IReadOnlyList<string> channels) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{rule}/{_number + 1}/{ordinal}"),
        Rule = rule,
        DedupKey = rule + ".bob",
        AlertTime = Start.AddTicks(1234567),
        CreatedAt = Start.AddMinutes(_number + 1),
        Ordinal = ordinal,
        Matches = Bytes("""[{"@timestamp": "2024-05-01T12:00:00Z", "text": "größer \u0000 ☃"}]"""),
        Entries = [.. (channels is { Count: > 0 } ? channels : ["0:command", "1:debug"]).Select(Entry)],
    };

    /// <summary>Notes a commit as the last one.</summary>
    public void Note(RunCommit commit)
    {
        foreach (var part in commit.Parts)
        {
            if (part.Content.IsEmpty)
                _parts.Remove(part.Name);
            else
                _parts[part.Name] = part.Content;
        }

        _last = commit;
    }

    /// <summary>Commits, expects that to succeed, and notes it.</summary>
    public async Task<RunCommit> CommitAsync(IStateStore store, RunCommit commit, CancellationToken cancellationToken)
    {
        Expect.Equal(CommitOutcome.Committed, await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false), $"A commit of '{rule}'");
        Note(commit);
        return commit;
    }

    /// <summary>Expects that the store returns the state after the last commit that was noted.</summary>
    public async Task ExpectAsync(IStateStore store, CancellationToken cancellationToken) =>
        Expect.State(_last!, _parts, await store.LoadAsync(rule, cancellationToken).ConfigureAwait(false));

    public static StatePart Part(string name, string content) => new(name, Bytes(content));

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static OutboxEntry Entry(string channel) => new()
    {
        Channel = channel,
        Subject = "subject für " + channel,
        Body = "line 1\nline 2 \"quoted\" ☃\n",
        NextAttempt = Start,
        Deadline = Start.AddDays(2),
    };
}
