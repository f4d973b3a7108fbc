namespace ElastAlert;

/// <summary>Names what can become of a match.</summary>
public enum MatchOutcome
{
    /// <summary>It is alerted at once.</summary>
    Delivered,

    /// <summary>It is held, to be alerted together with others.</summary>
    Held,

    /// <summary>Its key is silent.</summary>
    Silenced,

    /// <summary>An enhancement dropped it.</summary>
    Dropped,
}
