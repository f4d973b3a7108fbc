namespace ElastAlert.Testing.StateStores;

/// <summary>Checks that every text can be the name of a rule, and that no two names meet.</summary>
internal static class NameChecks
{
    private static readonly string[] Names =
    [
        "plain", "Plain", "PLAIN", "plain ", " plain", "a/b", "a\\b", "a%2Fb", "a b", "a+b", "a_b", "a%b", "a?b#c&d=e", "../a", ".", "..",
        "größer", "gro\u0308ßer", "grÖßer", "規則", "☃", "😀", "\"quoted\" 'twice'", "line\nbreak\ttab\r", "; DROP TABLE rules; --", "{\"a\": 1}",
        "*", "_all", "-", ":", new string('x', 600), new string('x', 601), new string('規', 20_000),
    ];

    public static Dictionary<string, Func<StateStoreSubject, CancellationToken, Task>> All { get; } = new()
    {
        ["every text is the name of a rule of its own"] = EveryNameAsync,
    };

    private static async Task EveryNameAsync(StateStoreSubject subject, CancellationToken cancellationToken)
    {
        var rules = Names.Select(name => new RuleScript(name)).ToList();
        foreach (var rule in rules)
        {
            var commit = rule.Next(RuleScript.Part("name", rule.Rule)) with { Alerts = [rule.Alert()] };
            await rule.CommitAsync(subject.Store, commit, cancellationToken).ConfigureAwait(false);
        }

        var other = subject.OpenAgain();
        foreach (var rule in rules)
        {
            await rule.ExpectAsync(other.Store, cancellationToken).ConfigureAwait(false);
            var alerts = await other.Outbox.LoadAsync(rule.Rule, includeDead: false, cancellationToken).ConfigureAwait(false);
            Expect.Sequence([rule.Rule], alerts.Select(alert => alert.Rule), $"The alerts of '{rule.Rule}'");
        }

        var parts = await other.Store.LoadPartsAsync("name", cancellationToken).ConfigureAwait(false);
        Expect.Sequence(Names.Order(StringComparer.Ordinal), parts.Keys.Order(StringComparer.Ordinal), "The rules with parts");
    }
}
