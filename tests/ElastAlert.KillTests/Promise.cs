namespace ElastAlert.KillTests;

/// <summary>Checks what was delivered against the promise: a repetition carries the same id, and occurs only where a kill fell between sending and recording.</summary>
internal static class Promise
{
    /// <param name="deliveries">What was delivered in all lives.</param>
    /// <param name="lives">The lives.</param>
    public static void CheckRepetitions(IReadOnlyList<Delivery> deliveries, IReadOnlyList<Life> lives)
    {
        var unrecorded = lives.SelectMany(life => OnTheirWay(life, deliveries)).ToHashSet();
        foreach (var ofAlert in deliveries.GroupBy(delivery => (delivery.Channel, delivery.AlertId)))
        {
            ofAlert.Select(delivery => delivery.Matches).Distinct().Should().ContainSingle("alert {0} is always the same alert", ofAlert.Key);
            ofAlert.Select(delivery => delivery.Life).Should().OnlyHaveUniqueItems("no process delivers {0} twice", ofAlert.Key);
            ofAlert.OrderBy(delivery => delivery.Life).SkipLast(1).Should().BeSubsetOf(unrecorded, "what is recorded is not delivered again");
        }

        deliveries.GroupBy(delivery => (delivery.Channel, delivery.Matches)).Should().OnlyContain(
            ofMatches => ofMatches.Select(delivery => delivery.AlertId).Distinct().Count() == 1, "matches are in one alert");
    }

    /// <summary>Checks what can be said without any engine.</summary>
    public static void CheckScenario(IReadOnlyList<Delivery> deliveries)
    {
        foreach (var (channel, expected) in Scenario.Expected)
        {
            deliveries.Where(delivery => delivery.Channel == channel).DistinctBy(delivery => delivery.AlertId).Select(delivery => delivery.Matches).Should()
                .BeEquivalentTo(expected, $"of all alerts of '{channel}' none is lost or invented");
        }
    }

    // One alert of each channel can be sent and not recorded: the last one before the process was killed or stopped, or, when it was stopped just
    // before the sending, the first one after.
    private static IEnumerable<Delivery> OnTheirWay(Life life, IReadOnlyList<Delivery> deliveries)
    {
        if (life.BrokenOffAt is not { } moment)
            yield break;
        foreach (var channel in deliveries.Where(delivery => delivery.Life == life.Number).GroupBy(delivery => delivery.Channel))
        {
            if (channel.LastOrDefault(delivery => delivery.At <= moment) is { } last && last.At == moment)
                yield return last;
            if (life.HasEnded && channel.FirstOrDefault(delivery => delivery.At > moment) is { } first)
                yield return first;
        }
    }
}
