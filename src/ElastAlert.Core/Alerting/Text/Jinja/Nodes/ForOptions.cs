namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what may stand behind the value of a loop.</summary>
/// <param name="Test">The condition that members must meet, or <see langword="null"/>.</param>
/// <param name="IsRecursive">Whether the loop may be called from its body.</param>
internal sealed record ForOptions(Expression? Test, bool IsRecursive);
