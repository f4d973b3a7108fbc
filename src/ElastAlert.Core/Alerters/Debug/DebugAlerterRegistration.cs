using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ElastAlert.Alerters.Debug;

/// <summary>Registers the <c>debug</c> alerter.</summary>
internal static class DebugAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "debug",
        Create = static context =>
            new DebugAlerter(context.Services.GetService<ILoggerFactory>()?.CreateLogger("elastalert") ?? NullLogger.Instance, context.Texts),
    };
}
