namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what the entries of a window show that show nothing.</summary>
internal readonly struct NoItem;
