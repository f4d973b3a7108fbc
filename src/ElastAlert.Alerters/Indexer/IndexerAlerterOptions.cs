using ElastAlert.Configuration;

namespace ElastAlert.Alerters.Indexer;

/// <summary>Holds the options of the <c>indexer</c> alerter.</summary>
internal sealed class IndexerAlerterOptions
{
    private const string IndexKey = "indexer_alerts_name";

    /// <summary>Gets the cluster that documents are written to.</summary>
    public required ConnectionOptions Connection { get; init; }

    /// <summary>Gets the index that documents are written to.</summary>
    public string Index { get; init; } = "";

    /// <summary>Gets what documents hold: names, and the fields, options or values that fill them.</summary>
    public OptionMap AlertConfig { get; init; } = OptionMap.Empty;

    /// <summary>Reads the options and finds their problems.</summary>
    public static IndexerAlerterOptions Read(AlerterOptionReader reader)
    {
        var own = reader.Map("indexer_connection") is { Count: > 0 } written ? written : OptionFile.Read(reader, "indexer_config");
        var index = own?.Text(IndexKey) ?? reader.Text(IndexKey, "");
        if (index.Length == 0)
            reader.Error("indexer_alert_config", $"says nothing about the index to write to: {IndexKey} is missing.", $"Add {IndexKey}.");
        return new IndexerAlerterOptions
        {
            Connection = (own is null ? null : ConnectionReader.Read(reader, own)) ?? reader.Rule.Connection,
            Index = index,
            AlertConfig = reader.Map("indexer_alert_config"),
        };
    }
}
