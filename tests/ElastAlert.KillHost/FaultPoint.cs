using System.Globalization;

namespace ElastAlert.KillHost;

/// <summary>Is a point at which something is to happen, from a moment on: <c>commit:before@1714564800000</c>.</summary>
/// <param name="Name">The name of the point.</param>
/// <param name="From">The first moment at which it counts.</param>
internal sealed record FaultPoint(string Name, DateTimeOffset From)
{
    public static FaultPoint? Read(string variable) => Environment.GetEnvironmentVariable(variable)?.Split('@') is [var name, var from]
        ? new FaultPoint(name, DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(from, CultureInfo.InvariantCulture)))
        : null;
}
