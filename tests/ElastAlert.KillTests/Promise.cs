namespace ElastAlert.KillTests;

/// <summary>Checks what was delivered against the promise: nothing lost, nothing invented, a repetition carries the same id.</summary>
internal static class Promise
{
    /// <param name="deliveries">What was delivered in all lives.</param>
    /// <param name="kills">How many kills there were: each can fall between sending and recording of one alert a rule, which is then repeated.</param>
    public static void Check(IReadOnlyList<Delivery> deliveries, int kills)
    {
        foreach (var ofAlert in deliveries.GroupBy(delivery => delivery.AlertId))
            ofAlert.Distinct().Should().ContainSingle("a repeated delivery is the same alert");
        var alerts = deliveries.Distinct().ToList();
        foreach (var rule in Scenario.RuleNames)
        {
            alerts.Where(alert => alert.Rule == rule).Select(alert => alert.Matches).Should()
                .BeEquivalentTo(Scenario.Expected(rule), $"of all alerts of '{rule}' none is lost, invented, or sent under two ids");
        }

        (deliveries.Count - alerts.Count).Should().BeLessThanOrEqualTo(kills * Scenario.RuleNames.Count, "only a kill between sending and recording repeats a delivery");
    }
}
