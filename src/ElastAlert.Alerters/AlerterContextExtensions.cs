using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ElastAlert.Alerters;

/// <summary>Finds what alerters are made of.</summary>
internal static class AlerterContextExtensions
{
    /// <summary>Returns the options of the entry and the rule, to be read.</summary>
    public static AlerterOptionReader Reader(this AlerterContext context) => new(context.Rule, context.Entry);

    /// <summary>Returns the clock.</summary>
    public static TimeProvider Clock(this AlerterContext context) => context.Services.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>Returns the log.</summary>
    public static ILogger Logger(this AlerterContext context) =>
        context.Services.GetService<ILoggerFactory>()?.CreateLogger("elastalert") ?? NullLogger.Instance;

    /// <summary>Returns what makes the UUIDs of alerts.</summary>
    public static Func<Alert, Guid> Uuids(this AlerterContext context) => context.Services.GetService<Func<Alert, Guid>>() ?? AlertUuid.Of;
}
