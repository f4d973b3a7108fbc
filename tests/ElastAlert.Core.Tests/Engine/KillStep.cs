namespace ElastAlert.Core.Tests.Engine;

/// <summary>Names what can happen to an engine between two moments.</summary>
internal enum KillStep
{
    Run,
    Deliver,
    Kill,
    Restart,
    KillInCommit,
    KillAfterCommit,
    KillInSend,
    KillBeforeRecord,
    KillAfterRecord,
    QueryFails,
    StoreDown,
    LateDocument,
    LongPause,
}
