namespace ElastAlert.Samples.Worker;

/// <summary>Sets up the pager: in YAML <c>team</c> and <c>urgency</c>.</summary>
internal sealed class PagerOptions
{
    /// <summary>Gets or sets who is paged.</summary>
    public string Team { get; set; } = "";

    /// <summary>Gets or sets how loudly, from 1 to 5.</summary>
    /// <value>The default is 3.</value>
    public int Urgency { get; set; } = 3;
}
