using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Indexing;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Is what became of one operation of a bulk request.</summary>
internal readonly record struct BulkOutcome(BulkOperation Operation, SearchIndex? Index, WriteResult Result, RequestFailure? Failure);
