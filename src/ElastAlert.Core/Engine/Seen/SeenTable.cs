using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace ElastAlert.Engine.Seen;

/// <summary>
/// Finds documents that lie in chunks by their hash. Those that share a head are linked; the table grows by one head at a time (linear
/// hashing), so it never has to be copied into a larger one.
/// </summary>
internal sealed class SeenTable
{
    private const int HeadsPerSegment = 1024;
    private const int DocumentsPerHead = 2;

    private readonly List<SeenChunk?> _chunks = [];
    private readonly Stack<int> _freeNumbers = [];

    // What the garbage collector would take long to get back: chunks live as long as a window, and then others of the same size take their place.
    private readonly Stack<SeenMemory> _freeMemory = [];

    // A link is the number of a chunk and a place in it, plus one; 0 ends a chain.
    private readonly List<uint[]> _heads = [new uint[HeadsPerSegment]];
    private int _headCount = 1;
    private int _documents;

    /// <summary>Makes a chunk.</summary>
    /// <param name="part">The part of the state that holds it.</param>
    /// <param name="capacity">The number of its documents.</param>
    public SeenChunk AddChunk(SeenPart part, int capacity)
    {
        if (!_freeNumbers.TryPop(out var number))
        {
            number = _chunks.Count;
            _chunks.Add(null);
        }

        var memory = capacity == SeenChunk.MostEntries && _freeMemory.TryPop(out var free) ? free : SeenMemory.For(capacity);
        return _chunks[number] = new SeenChunk(part, number, memory);
    }

    /// <summary>Finds a document.</summary>
    /// <param name="document">The document; its moment and version do not matter.</param>
    /// <param name="chunk">The chunk where it lies.</param>
    /// <param name="place">Its place there.</param>
    public bool TryFind(SeenEntry document, [NotNullWhen(true)] out SeenChunk? chunk, out int place)
    {
        for (var link = Head(HeadOf(document)); link != 0; link = chunk.Next(place))
        {
            (chunk, place) = Follow(link);
            if (chunk[place].IsSameDocument(document))
                return true;
        }

        (chunk, place) = (null, 0);
        return false;
    }

    /// <summary>Makes a document known, which was not.</summary>
    /// <param name="chunk">The chunk where it lies.</param>
    /// <param name="place">Its place there.</param>
    public void Add(SeenChunk chunk, int place)
    {
        Link(chunk, place);
        if (++_documents > DocumentsPerHead * _headCount)
            AddHead();
    }

    /// <summary>Forgets a document.</summary>
    /// <param name="chunk">The chunk where it lies.</param>
    /// <param name="place">Its place there.</param>
    public void Remove(SeenChunk chunk, int place)
    {
        ref var link = ref Head(HeadOf(chunk[place]));
        while (link != LinkTo(chunk, place))
        {
            var (other, otherPlace) = Follow(link);
            link = ref other.Next(otherPlace);
        }

        link = chunk.Next(place);
        _documents--;
    }

    /// <summary>Forgets all documents of a chunk, and the chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    public void Remove(SeenChunk chunk)
    {
        for (var place = 0; place < chunk.Count; place++)
        {
            if (chunk[place] != default)
                Remove(chunk, place);
        }

        _chunks[chunk.Number] = null;
        _freeNumbers.Push(chunk.Number);
        if (chunk.Memory.Capacity == SeenChunk.MostEntries)
            _freeMemory.Push(chunk.Memory);
    }

    /// <summary>Gives back memory that is free, but for as much as is in use.</summary>
    public void Trim()
    {
        for (var most = _chunks.Count - _freeNumbers.Count; _freeMemory.Count > most;)
            _freeMemory.Pop();
    }

    private static uint LinkTo(SeenChunk chunk, int place) => (uint)((chunk.Number * SeenChunk.MostEntries) + place) + 1;

    private (SeenChunk Chunk, int Place) Follow(uint link)
    {
        var (number, place) = Math.DivRem(link - 1, (uint)SeenChunk.MostEntries);
        return (_chunks[(int)number]!, (int)place);
    }

    private ref uint Head(int number) => ref _heads[number / HeadsPerSegment][number % HeadsPerSegment];

    // The heads up to the last power of two have been split, or are yet to be.
    private int HeadOf(SeenEntry document)
    {
        var half = 1 << BitOperations.Log2((uint)_headCount);
        var number = (int)(document.Hash & (ulong)((2 * half) - 1));
        return number < _headCount ? number : number - half;
    }

    private void Link(SeenChunk chunk, int place)
    {
        ref var head = ref Head(HeadOf(chunk[place]));
        chunk.Next(place) = head;
        head = LinkTo(chunk, place);
    }

    // The documents of one head are shared out between it and the new one.
    private void AddHead()
    {
        var split = _headCount - (1 << BitOperations.Log2((uint)_headCount));
        if (_headCount++ % HeadsPerSegment == 0)
            _heads.Add(new uint[HeadsPerSegment]);
        var link = Head(split);
        Head(split) = 0;
        while (link != 0)
        {
            var (chunk, place) = Follow(link);
            link = chunk.Next(place);
            Link(chunk, place);
        }
    }
}
