using System.Text.Json;
using ElastAlert.Embedded.Analysis;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Segments;

/// <summary>Holds the terms of a field: whole texts of a keyword field, or the words of a text field in their order.</summary>
internal sealed class TermColumn : Column
{
    /// <summary>Stands before the words of each text value, so that no phrase reaches from one value into the next.</summary>
    public const int ValueStart = -1;

    private readonly Rows<int> _rows = new();
    private readonly List<string> _terms = [];
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ordinalsBySpan;

    public TermColumn(FieldMapping field)
        : base(field) => _ordinalsBySpan = _ordinals.GetAlternateLookup<ReadOnlySpan<char>>();

    public override int Count => _rows.Count;

    /// <summary>Gets all terms by their number, in the order of their first use.</summary>
    public IReadOnlyList<string> Terms => _terms;

    /// <summary>Gets the numbers of a document's terms.</summary>
    public ReadOnlySpan<int> this[int document] => _rows[document];

    public int? Ordinal(string term) => _ordinals.TryGetValue(term, out var ordinal) ? ordinal : null;

    public override void Accept(ref Utf8JsonReader value)
    {
        if (Field.Type is KeywordType keyword)
            AcceptKeyword(Scalars.Text(ref value), keyword.IgnoreAbove);
        else
            AcceptText(Scalars.Text(ref value));
    }

    public override DocumentSet Existing()
    {
        var set = new DocumentSet(Count);
        for (var document = 0; document < Count; document++)
        {
            if (!_rows[document].IsEmpty)
                set.Add(document);
        }

        return set;
    }

    public DocumentSet With(int ordinal)
    {
        var set = new DocumentSet(Count);
        for (var document = 0; document < Count; document++)
        {
            if (_rows[document].Contains(ordinal))
                set.Add(document);
        }

        return set;
    }

    /// <summary>Gets the documents that have a term for which a test holds; each term is tested once.</summary>
    public DocumentSet WithAny(Func<string, bool> test)
    {
        var wanted = new bool[_terms.Count];
        var any = false;
        for (var i = 0; i < wanted.Length; i++)
            any |= wanted[i] = test(_terms[i]);
        return any ? WithAny(wanted) : new DocumentSet(Count);
    }

    public DocumentSet WithAny(bool[] wanted)
    {
        var set = new DocumentSet(Count);
        for (var document = 0; document < Count; document++)
        {
            foreach (var ordinal in _rows[document])
            {
                if (ordinal >= 0 && wanted[ordinal])
                {
                    set.Add(document);
                    break;
                }
            }
        }

        return set;
    }

    protected override void EndDocument() => _rows.EndDocument();

    private void AcceptKeyword(string text, int ignoreAbove)
    {
        if (text.Length > ignoreAbove)
            return;
        var ordinal = OrdinalOf(text);
        if (!_rows.Open.Contains(ordinal))
            _rows.Add(ordinal);
    }

    private void AcceptText(string text)
    {
        _rows.Add(ValueStart);
        StandardAnalyzer.Analyze(text, this, static (column, token) => column._rows.Add(column.OrdinalOf(token)));
    }

    private int OrdinalOf(ReadOnlySpan<char> term)
    {
        if (_ordinalsBySpan.TryGetValue(term, out var ordinal))
            return ordinal;
        var text = term.ToString();
        _terms.Add(text);
        _ordinals.Add(text, _terms.Count - 1);
        return _terms.Count - 1;
    }
}
