using System.Text;

namespace ElastAlert.Testing.StateStores;

/// <summary>Compares what a store returns with what was committed; a difference is a <see cref="ContractException"/>.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new ContractException($"{what}: expected {Show(expected)}, found {Show(actual)}.");
    }

    public static void Equal(ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual, string what)
    {
        if (!expected.Span.SequenceEqual(actual.Span))
            throw new ContractException($"{what}: expected {Show(expected)}, found {Show(actual)}.");
    }

    public static void Sequence(IEnumerable<string> expected, IEnumerable<string> actual, string what) =>
        Equal(string.Join(" | ", expected), string.Join(" | ", actual), what);

    public static async Task CanceledAsync(Func<CancellationToken, Task> work, string what)
    {
        try
        {
            await work(new CancellationToken(canceled: true)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ContractException($"{what} did not end when it was cancelled.");
    }

    public static void State(RunCommit expected, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> parts, RuleState? actual)
    {
        if (actual is null)
            throw new ContractException($"The state of '{expected.Rule}' is missing after its commit.");
        Equal(expected.Rule, actual.Rule, "The rule of a state");
        Equal(expected.CommitId, actual.CommitId, $"The commit id of '{expected.Rule}'");
        Equal(expected.Lease, actual.Lease, $"The lease of '{expected.Rule}'");
        Equal(expected.Checkpoint, actual.Checkpoint, $"The checkpoint of '{expected.Rule}'");
        Parts(parts, actual.Parts, $"The parts of '{expected.Rule}'");
    }

    public static void Parts(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> expected, IReadOnlyList<StatePart> actual, string what)
    {
        Sequence(expected.Keys.Order(StringComparer.Ordinal), actual.Select(part => part.Name), what);
        foreach (var part in actual)
            Equal(expected[part.Name], part.Content, $"{what}: {part.Name}");
    }

    public static void Alert(OutboxAlert expected, OutboxAlert actual)
    {
        Equal(expected with { Matches = default, Entries = [] }, actual with { Matches = default, Entries = [] }, "An alert");
        Equal(expected.Matches, actual.Matches, $"The matches of alert {expected.Id}");
        Sequence(expected.Entries.Select(entry => entry.Channel), actual.Entries.Select(entry => entry.Channel), $"The channels of alert {expected.Id}");
        foreach (var (entry, found) in expected.Entries.Zip(actual.Entries))
            Entry(entry, found, expected.Id);
    }

    private static void Entry(OutboxEntry expected, OutboxEntry actual, string alert)
    {
        Equal(expected with { Receipt = null }, actual with { Receipt = null }, $"Entry {expected.Channel} of alert {alert}");
        Sequence(Values(expected.Receipt), Values(actual.Receipt), $"The receipt of entry {expected.Channel} of alert {alert}");
    }

    private static IEnumerable<string> Values(AlertReceipt? receipt) => receipt is null
        ? ["(none)"]
        : receipt.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}");

    private static string Show<T>(T value) => value is ReadOnlyMemory<byte> bytes
        ? $"{bytes.Length} bytes '{Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 60)])}'"
        : $"'{value}'";
}
