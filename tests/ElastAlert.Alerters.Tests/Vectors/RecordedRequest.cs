using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Tests.Vectors;

/// <summary>Is a request that an alerter sent.</summary>
internal sealed record RecordedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[] Body, AlerterHttpOptions Options);
