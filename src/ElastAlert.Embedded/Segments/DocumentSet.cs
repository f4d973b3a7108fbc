using System.Numerics;

namespace ElastAlert.Embedded.Segments;

/// <summary>Is a set of documents of one segment, one bit each.</summary>
internal sealed class DocumentSet(int length)
{
    private readonly ulong[] _words = new ulong[(length + 63) / 64];

    /// <summary>Gets how many documents the segment has, in the set or not.</summary>
    public int Length { get; } = length;

    public static DocumentSet All(int length)
    {
        var set = new DocumentSet(length);
        set._words.AsSpan().Fill(ulong.MaxValue);
        if (length % 64 != 0)
            set._words[^1] = (1UL << (length % 64)) - 1;
        return set;
    }

    public bool Contains(int document) => (_words[document >> 6] >> document & 1) != 0;

    public void Add(int document) => _words[document >> 6] |= 1UL << document;

    public void Remove(int document) => _words[document >> 6] &= ~(1UL << document);

    public int Count()
    {
        var count = 0;
        foreach (var word in _words)
            count += BitOperations.PopCount(word);
        return count;
    }

    public DocumentSet IntersectWith(DocumentSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
        return this;
    }

    public DocumentSet UnionWith(DocumentSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
        return this;
    }

    public DocumentSet Except(DocumentSet other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= ~other._words[i];
        return this;
    }

    public DocumentSet Copy()
    {
        var copy = new DocumentSet(Length);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    public Enumerator GetEnumerator() => new(_words);

    /// <summary>Gets the documents in the order in which they were indexed.</summary>
    public int[] ToArray()
    {
        var documents = new int[Count()];
        var at = 0;
        foreach (var document in this)
            documents[at++] = document;
        return documents;
    }

    /// <summary>Goes through the documents of a set.</summary>
    public struct Enumerator(ulong[] words)
    {
        private ulong _word = words.Length > 0 ? words[0] : 0;
        private int _at;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_word == 0)
            {
                if (++_at >= words.Length)
                    return false;
                _word = words[_at];
            }

            Current = (_at << 6) + BitOperations.TrailingZeroCount(_word);
            _word &= _word - 1;
            return true;
        }
    }
}
