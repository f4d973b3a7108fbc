using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ElastAlert.Alerters.Command;

/// <summary>Registers the <c>command</c> alerter.</summary>
internal static class CommandAlerterRegistration
{
    public static AlerterRegistration Create() => new()
    {
        Name = "command",
        RequiredOptions = ["command"],
        KnownOptions = ["command_timeout", "command_quote_placeholders", "new_style_string_format"],
        Validate = static (rule, entry) =>
        {
            var reader = new AlerterOptionReader(rule, entry);
            CommandAlerterOptions.Read(reader);
            return reader.Problems;
        },
        Create = static context => new CommandAlerter(
            CommandAlerterOptions.Read(new AlerterOptionReader(context.Rule, context.Entry)),
            new ProcessCommandLauncher(
                context.Services.GetService<TimeProvider>() ?? TimeProvider.System,
                context.Services.GetService<ILoggerFactory>()?.CreateLogger("elastalert") ?? NullLogger.Instance)),
    };
}
