namespace ElastAlert;

/// <summary>Is what an alerter tells about a delivery.</summary>
public sealed record AlertReceipt
{
    /// <summary>Gets a receipt that says nothing.</summary>
    public static AlertReceipt None { get; } = new();

    /// <summary>Gets what later alerters and records may use, such as <c>jira_ticket</c>. No secrets.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
