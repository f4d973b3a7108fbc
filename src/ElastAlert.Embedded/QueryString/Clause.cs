using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Is a part of a query string with the way it counts.</summary>
internal readonly record struct Clause(Query Query, Occurrence Occurrence);
