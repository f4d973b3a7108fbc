namespace ElastAlert.Embedded.QueryString;

/// <summary>Says where a query string breaks the syntax.</summary>
internal sealed class QueryStringSyntaxException(string message) : Exception(message);
