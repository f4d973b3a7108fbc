namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gives the same keys to every document.</summary>
internal sealed class ConstantKeyColumn(BucketKey[] keys) : KeyColumn
{
    public override ReadOnlySpan<BucketKey> Read(int document) => keys;
}
