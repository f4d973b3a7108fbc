using System.Text.Json;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads the body of one kind of aggregation.</summary>
internal delegate Aggregation AggregationFactory(JsonElement body, SubAggregations children, AggregationReader reader);
