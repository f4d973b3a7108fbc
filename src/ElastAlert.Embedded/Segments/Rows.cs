namespace ElastAlert.Embedded.Segments;

/// <summary>Holds any number of values a document, one document after the other.</summary>
internal sealed class Rows<T>
    where T : unmanaged
{
    private T[] _values = new T[16];
    private int _valueCount;

    // Stays null while every document has exactly one value, which is the common case and needs no bounds.
    private int[]? _ends;

    /// <summary>Gets how many documents are complete.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether every document has exactly one value.</summary>
    public bool IsSingle => _ends is null;

    /// <summary>Gets the values of all documents in a row.</summary>
    public ReadOnlySpan<T> Values => _values.AsSpan(0, _valueCount);

    /// <summary>Gets the values of the document that is being filled.</summary>
    public ReadOnlySpan<T> Open => _values.AsSpan(Start(Count), _valueCount - Start(Count));

    public ReadOnlySpan<T> this[int document]
    {
        get
        {
            var start = Start(document);
            return _values.AsSpan(start, (_ends is null ? start + 1 : _ends[document]) - start);
        }
    }

    public void Add(T value)
    {
        if (_valueCount == _values.Length)
            Array.Resize(ref _values, _values.Length * 2);
        _values[_valueCount++] = value;
    }

    /// <summary>Completes a document with the values added since the one before.</summary>
    public void EndDocument()
    {
        if (_ends is null && _valueCount != Count + 1)
            StartBounds();
        if (_ends is not null)
        {
            if (Count == _ends.Length)
                Array.Resize(ref _ends, _ends.Length * 2);
            _ends[Count] = _valueCount;
        }

        Count++;
    }

    private int Start(int document) => _ends is null ? document : document == 0 ? 0 : _ends[document - 1];

    private void StartBounds()
    {
        _ends = new int[Math.Max(16, Count * 2)];
        for (var i = 0; i < Count; i++)
            _ends[i] = i + 1;
    }
}
