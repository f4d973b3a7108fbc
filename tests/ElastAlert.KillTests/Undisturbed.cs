namespace ElastAlert.KillTests;

/// <summary>Is a run without kills: what all others are compared with.</summary>
/// <param name="Outcome">What it has come to.</param>
/// <param name="Deliveries">What it delivered.</param>
/// <param name="Points">The points at which it can be killed, each with the last moment at which it was reached.</param>
internal sealed record Undisturbed(IReadOnlyList<string> Outcome, IReadOnlyList<Delivery> Deliveries, IReadOnlyList<(string Name, long Last)> Points)
{
    public static async Task<Undisturbed> OfAsync(Installation installation)
    {
        using (installation)
        {
            var life = await installation.RunAsync();
            life.HasEnded.Should().BeTrue(life.Log);
            var deliveries = installation.Deliveries;
            var lastDelivery = deliveries.Max(delivery => delivery.At);
            return new Undisturbed(
                await InstallationOutcome.OfAsync(installation),
                deliveries,
                [.. installation.Points, ("command:before", lastDelivery), ("command:after", lastDelivery)]);
        }
    }
}
