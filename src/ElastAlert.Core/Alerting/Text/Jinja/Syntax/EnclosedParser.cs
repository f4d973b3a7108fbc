using ElastAlert.Alerting.Text.Jinja.Nodes;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Reads what a statement encloses, up to one of some tags, which is taken.</summary>
internal delegate (Body Body, string End) EnclosedParser(params string[] ends);
