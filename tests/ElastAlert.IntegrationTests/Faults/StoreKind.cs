namespace ElastAlert.IntegrationTests.Faults;

/// <summary>Names a store.</summary>
public enum StoreKind
{
    Memory,
    Sqlite,
    Writeback,
}
