namespace ElastAlert.Alerting.Text.Jinja.Runtime;

/// <summary>Is a place in a template, counted from 1.</summary>
internal readonly record struct JinjaPosition(int Line, int Column);
