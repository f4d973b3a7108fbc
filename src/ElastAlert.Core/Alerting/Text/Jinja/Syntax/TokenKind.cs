namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Names the kinds of pieces that a template is cut into.</summary>
internal enum TokenKind
{
    Data,
    VariableBegin,
    VariableEnd,
    BlockBegin,
    BlockEnd,
    Name,
    String,
    Integer,
    Float,
    Operator,
    End,
}
