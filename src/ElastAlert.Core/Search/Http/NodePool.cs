namespace ElastAlert.Search.Http;

/// <summary>Chooses the node of the next request: in turn, leaving out nodes that failed a moment ago.</summary>
internal sealed class NodePool
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly NodeState[] _nodes;
    private readonly TimeProvider _time;
    private int _next;

    public NodePool(IEnumerable<Uri> nodes, TimeProvider time)
    {
        _nodes = [.. nodes.Select(node => new NodeState(node))];
        ArgumentOutOfRangeException.ThrowIfZero(_nodes.Length, nameof(nodes));
        _time = time;
    }

    /// <summary>Returns the next node that is not pausing, or the one whose pause ends first.</summary>
    public Uri Next()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            for (var tried = 0; tried < _nodes.Length; tried++)
            {
                var node = _nodes[_next];
                _next = (_next + 1) % _nodes.Length;
                if (node.PausedUntil <= now)
                    return node.Address;
            }

            return _nodes.MinBy(node => node.PausedUntil)!.Address;
        }
    }

    /// <summary>Takes note that a node answered.</summary>
    public void Succeeded(Uri address) => Update(address, static (node, _) => node.Recover());

    /// <summary>Takes note that a node failed, so that others are asked first for a while.</summary>
    public void Failed(Uri address) => Update(address, static (node, now) => node.Pause(now));

    private void Update(Uri address, Action<NodeState, DateTimeOffset> change)
    {
        lock (_lock)
            change(Array.Find(_nodes, node => ReferenceEquals(node.Address, address))!, _time.GetUtcNow());
    }

    private sealed class NodeState(Uri address)
    {
        private int _failures;

        public Uri Address { get; } = address;

        public DateTimeOffset PausedUntil { get; private set; }

        public void Recover()
        {
            _failures = 0;
            PausedUntil = default;
        }

        public void Pause(DateTimeOffset now)
        {
            var pause = FirstPause * Math.Pow(2, Math.Min(_failures, 10));
            _failures++;
            PausedUntil = now + (pause < LongestPause ? pause : LongestPause);
        }
    }
}
