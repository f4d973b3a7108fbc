namespace ElastAlert.TestSupport;

/// <summary>Says that this machine has no search server of the kind that a test needs, so that the test is skipped.</summary>
public sealed class SearchServerMissingException(string message) : Exception(message);
