using System.Text.Json;

namespace ElastAlert.Embedded.Queries;

/// <summary>Reads the body of one kind of query.</summary>
internal delegate Query QueryFactory(JsonElement body, QueryReader reader);
