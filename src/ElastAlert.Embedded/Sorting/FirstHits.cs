namespace ElastAlert.Embedded.Sorting;

/// <summary>Keeps the first of the hits that it is offered.</summary>
internal sealed class FirstHits(int capacity, IComparer<SortedHit> order)
{
    private readonly List<SortedHit> _hits = [];
    private bool _isHeap;

    public void Offer(SortedHit hit)
    {
        if (_hits.Count < capacity)
        {
            _hits.Add(hit);
            return;
        }

        if (capacity == 0)
            return;
        if (!_isHeap)
            BuildHeap();
        if (order.Compare(hit, _hits[0]) >= 0)
            return;
        _hits[0] = hit;
        SiftDown(0);
    }

    public List<SortedHit> InOrder()
    {
        _hits.Sort(order);
        return _hits;
    }

    // The last of the kept hits is on top, so that most offers are refused by one comparison.
    private void BuildHeap()
    {
        _isHeap = true;
        for (var i = (_hits.Count / 2) - 1; i >= 0; i--)
            SiftDown(i);
    }

    private void SiftDown(int at)
    {
        while (true)
        {
            var later = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < _hits.Count; child++)
            {
                if (order.Compare(_hits[child], _hits[later]) > 0)
                    later = child;
            }

            if (later == at)
                return;
            (_hits[at], _hits[later]) = (_hits[later], _hits[at]);
            at = later;
        }
    }
}
