namespace ElastAlert.Alerting.Text.Jinja.Nodes;

/// <summary>Is what stands between the brackets of a slice.</summary>
internal sealed record SliceBounds(Expression? Start, Expression? Stop, Expression? Step);
