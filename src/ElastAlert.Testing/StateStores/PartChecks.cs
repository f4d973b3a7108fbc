using System.Globalization;

namespace ElastAlert.Testing.StateStores;

/// <summary>Checks the named pieces of state: changed, removed, many, large, and read over all rules.</summary>
internal static class PartChecks
{
    private static readonly int[] LargeSizes = [9_000_000, 4_194_304, 4_194_305, 1];

    public static Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All { get; } = new()
    {
        ["a commit changes the parts it names and keeps the others"] = ChangedAsync,
        ["a part with empty content is removed, and may come back"] = RemovedAsync,
        ["parts are ordered by the bytes of their names"] = OrderedAsync,
        ["content is kept byte by byte"] = BytesAsync,
        ["content may be overwritten by its owner after the commit"] = CopiedAsync,
        ["parts and checkpoints of many megabytes are kept"] = LargeAsync,
        ["thousands of parts are kept while a few change"] = ManyAsync,
        ["parts are read by prefix over all rules"] = PrefixAsync,
        ["a part is read alone; those that are only read so may be left out of the state"] = AloneAsync,
    };

    private static async Task ChangedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await CommitAsync(subject, rule, [RuleScript.Part("type", "1"), RuleScript.Part("seen/1", "1")], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [RuleScript.Part("seen/1", "2"), RuleScript.Part("seen/2", "2")], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [], cancellationToken).ConfigureAwait(false);
    }

    private static async Task RemovedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await CommitAsync(subject, rule, [RuleScript.Part("seen/1", "1"), RuleScript.Part("seen/2", "1")], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [new StatePart("seen/1", default), new StatePart("never", default)], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [RuleScript.Part("seen/1", "back")], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [new StatePart("seen/1", default), new StatePart("seen/2", default)], cancellationToken).ConfigureAwait(false);
    }

    private static async Task OrderedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var names = new[] { "b", "a/b", "a.b", "a-b", "a", "a0", "seen/2024-05-01t12", "z" };
        await CommitAsync(subject, new RuleScript("a"), [.. names.Select(name => RuleScript.Part(name, name))], cancellationToken).ConfigureAwait(false);
    }

    private static async Task BytesAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        await CommitAsync(subject, new RuleScript("a"), [new StatePart("all", bytes), new StatePart("zero", new byte[1])], cancellationToken).ConfigureAwait(false);
    }

    private static async Task CopiedAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var content = RuleScript.Bytes("as committed").ToArray();
        var commit = rule.Next(new StatePart("type", content));
        Expect.Equal(CommitOutcome.Committed, await subject.Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false), "A commit");
        rule.Note(commit with { Parts = [RuleScript.Part("type", "as committed")] });

        content.AsSpan().Clear();

        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
    }

    private static async Task LargeAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        var random = new Random(1);
        var parts = LargeSizes.Select((size, number) => Random(random, $"large/{number}", size)).ToList();
        var checkpoint = Random(random, "checkpoint", 1_000_000).Content;
        await rule.CommitAsync(subject.Store, rule.Next(parts) with { Checkpoint = checkpoint }, cancellationToken).ConfigureAwait(false);
        await rule.ExpectAsync(subject.OpenAgain().Store, cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [new StatePart("large/0", default), RuleScript.Part("large/1", "small now")], cancellationToken).ConfigureAwait(false);
    }

    private static async Task ManyAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rule = new RuleScript("a");
        await CommitAsync(subject, rule, [.. Enumerable.Range(0, 3000).Select(number => Numbered(number, "first"))], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [.. Enumerable.Range(0, 10).Select(number => Numbered(number * 300, "second"))], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rule, [.. Enumerable.Range(5, 2990).Select(number => Numbered(number, ""))], cancellationToken).ConfigureAwait(false);
    }

    private static async Task PrefixAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rules = new[] { new RuleScript("a"), new RuleScript("b"), new RuleScript("none") };
        await CommitAsync(subject, rules[0], [RuleScript.Part("silence/1", "a"), RuleScript.Part("seen", "a")], cancellationToken).ConfigureAwait(false);
        await CommitAsync(subject, rules[1], [RuleScript.Part("silence/1", "b"), RuleScript.Part("silence/2", "b"), RuleScript.Part("silenc", "x")], cancellationToken)
            .ConfigureAwait(false);
        await CommitAsync(subject, rules[2], [RuleScript.Part("Silence", "none")], cancellationToken).ConfigureAwait(false);

        var found = await subject.OpenAgain().Store.LoadPartsAsync("silence/", cancellationToken).ConfigureAwait(false);

        Expect.Sequence(["a", "b"], found.Keys.Order(StringComparer.Ordinal), "The rules with such parts");
        foreach (var rule in rules[..2])
            Expect.Parts(Beginning(rule.Parts, "silence/"), found[rule.Rule], $"The parts of '{rule.Rule}'");
    }

    private static async Task AloneAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        const string Waiting = StatePart.WaitingPrefix + "1";
        var rule = new RuleScript("a");
        await rule.CommitAsync(subject.Store, rule.Next([RuleScript.Part("type", "1"), RuleScript.Part(Waiting, "many")]), cancellationToken).ConfigureAwait(false);
        foreach (var store in new[] { subject.Store, subject.OpenAgain().Store })
        {
            var part = await store.LoadPartAsync(rule.Rule, Waiting, cancellationToken).ConfigureAwait(false);
            Expect.Equal(RuleScript.Bytes("many"), part?.Content ?? default, "A part that is read alone");
            var state = await store.LoadAsync(rule.Rule, cancellationToken).ConfigureAwait(false);
            Expect.Sequence(["type"], state!.Parts.Select(static item => item.Name).Where(static name => name != Waiting), "The other parts");
        }

        await rule.CommitAsync(subject.Store, rule.Next([new StatePart(Waiting, default)]), cancellationToken).ConfigureAwait(false);
        Expect.Equal(null, await subject.Store.LoadPartAsync(rule.Rule, Waiting, cancellationToken).ConfigureAwait(false), "A part that was removed");
        Expect.Equal(null, await subject.Store.LoadPartAsync("other", Waiting, cancellationToken).ConfigureAwait(false), "A part of another rule");
    }

    private static async Task CommitAsync(StateStoreSubject subject, RuleScript rule, IReadOnlyList<StatePart> parts, CancellationToken cancellationToken)
    {
        await rule.CommitAsync(subject.Store, rule.Next(parts), cancellationToken).ConfigureAwait(false);
        await rule.ExpectAsync(subject.Store, cancellationToken).ConfigureAwait(false);
        await rule.ExpectAsync(subject.OpenAgain().Store, cancellationToken).ConfigureAwait(false);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Beginning(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> parts, string prefix) =>
        parts.Where(part => part.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary();

    private static StatePart Numbered(int number, string content) =>
        RuleScript.Part(string.Create(CultureInfo.InvariantCulture, $"silence/{number}"), content);

    private static StatePart Random(Random random, string name, int size)
    {
        var content = new byte[size];
        random.NextBytes(content);
        return new StatePart(name, content);
    }
}
