namespace ElastAlert.Alerters.Failures;

/// <summary>Writes the mails about failures (Q69 is mended: those about handled errors say what happened).</summary>
internal static class FailureText
{
    public static string Subject(FailureNotification notification) =>
        notification.Rule is { } rule ? $"Uncaught exception in ElastAlert - {rule.Name}" : "ElastAlert notification";

    public static string Body(FailureNotification notification)
    {
        var lines = new List<string>();
        if (notification.Rule is { } rule)
            lines.Add($"The rule {rule.Name} has raised an uncaught exception.");
        if (notification.IsRuleDisabled)
            lines.Add("It has been disabled and runs again when its file changes or ElastAlert is restarted.");
        lines.Add("");
        lines.Add(notification.Message);
        if (notification.Trace is { } trace)
            lines.AddRange(["", trace]);
        return string.Join('\n', lines).TrimStart('\n') + "\n";
    }
}
