using ElastAlert.Alerters.Command;
using ElastAlert.Alerters.Debug;

namespace ElastAlert.Alerters;

/// <summary>Lists the alerters that need nothing but the base library and come with every engine.</summary>
internal static class CoreAlerters
{
    /// <summary>Gets the alerters.</summary>
    public static IReadOnlyList<AlerterRegistration> All { get; } =
    [
        CommandAlerterRegistration.Create(),
        DebugAlerterRegistration.Create(),
    ];
}
