namespace ElastAlert;

/// <summary>Names how far a delivery is.</summary>
public enum OutboxEntryState
{
    /// <summary>It is to be tried, for the first time or again.</summary>
    Pending,

    /// <summary>The alerter has delivered it.</summary>
    Delivered,

    /// <summary>It will not be tried again by itself: a dead letter, which can be sent again or dropped.</summary>
    Dead,
}
