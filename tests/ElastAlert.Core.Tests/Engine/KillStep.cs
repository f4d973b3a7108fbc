namespace ElastAlert.Core.Tests.Engine;

/// <summary>Names what can happen to an engine between two moments.</summary>
internal enum KillStep
{
    Run,
    RunAndDeliver,
    Restart,
    QueryFails,
    StoreDown,
    LateDocument,
    LongPause,
}
