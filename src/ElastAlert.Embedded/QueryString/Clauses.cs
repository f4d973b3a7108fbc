using ElastAlert.Embedded.Queries;

namespace ElastAlert.Embedded.QueryString;

/// <summary>Gathers the clauses of one group. An operator acts on its neighbours only; it does not bind like in arithmetic.</summary>
/// <param name="needsAll">Whether clauses without an operator must match.</param>
internal sealed class Clauses(bool needsAll)
{
    private readonly List<Clause> _clauses = [];

    /// <summary>Adds the clause after an operator between clauses and one before the clause itself.</summary>
    public void Add(TokenKind conjunction, TokenKind modifier, Query query)
    {
        if (conjunction == TokenKind.And)
            ChangeLast(Occurrence.Required);
        else if (conjunction == TokenKind.Or && needsAll)
            ChangeLast(Occurrence.Optional);
        _clauses.Add(new Clause(query, Of(conjunction, modifier)));
    }

    public Query ToQuery()
    {
        if (_clauses is [{ Occurrence: not Occurrence.Prohibited } only])
            return only.Query;
        return new BoolQuery(With(Occurrence.Required), With(Occurrence.Optional), With(Occurrence.Prohibited));
    }

    private Occurrence Of(TokenKind conjunction, TokenKind modifier)
    {
        if (modifier is TokenKind.Not or TokenKind.Minus)
            return Occurrence.Prohibited;
        var isRequired = needsAll
            ? conjunction != TokenKind.Or
            : modifier == TokenKind.Plus || conjunction == TokenKind.And;
        return isRequired ? Occurrence.Required : Occurrence.Optional;
    }

    private void ChangeLast(Occurrence occurrence)
    {
        if (_clauses.Count > 0 && _clauses[^1].Occurrence != Occurrence.Prohibited)
            _clauses[^1] = _clauses[^1] with { Occurrence = occurrence };
    }

    private List<Query> With(Occurrence occurrence) =>
        [.. _clauses.Where(clause => clause.Occurrence == occurrence).Select(clause => clause.Query)];
}
