using Microsoft.Extensions.Logging;

namespace ElastAlert.Testing;

/// <summary>Is what an alerter under contract is made with.</summary>
/// <param name="Url">The address of the server that stands in for its service.</param>
/// <param name="Clock">The clock by which it measures time.</param>
/// <param name="Loggers">What it logs to.</param>
public sealed record AlerterContractSetup(Uri Url, TimeProvider Clock, ILoggerFactory Loggers);
