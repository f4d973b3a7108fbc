namespace ElastAlert.Core.Tests.Engine;

/// <summary>Is the life of a process: everything that leaves it reaches a point, and after the one at which it is killed nothing leaves it any more.</summary>
internal sealed class ProcessLife
{
    private int _left = int.MaxValue;

    public bool IsOver { get; private set; }

    /// <summary>Has the process killed at a later point.</summary>
    /// <param name="point">How many points later; 0 for never.</param>
    public void KillAt(int point) => _left = point == 0 ? int.MaxValue : point;

    /// <summary>Does a call that leaves the process; the process may be killed before it, or after it and before its answer.</summary>
    public async Task<T> LeaveAsync<T>(Func<Task<T>> call)
    {
        Reach();
        var answer = await call();
        Reach();
        return answer;
    }

    private void Reach()
    {
        IsOver |= --_left == 0;
        if (IsOver)
            throw new InvalidOperationException("The process was killed.");
    }
}
