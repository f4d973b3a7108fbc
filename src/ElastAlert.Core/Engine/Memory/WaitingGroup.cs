namespace ElastAlert.Engine.Memory;

/// <summary>Is some of the matches in the state that wait for the end of a run; they are decided together.</summary>
/// <param name="First">The number of the first part that holds them.</param>
/// <param name="Parts">The number of parts.</param>
/// <param name="Matches">The number of matches.</param>
/// <param name="Bytes">The size of their documents.</param>
internal sealed record WaitingGroup(long First, int Parts, int Matches, long Bytes)
{
    /// <summary>Returns the names of the parts.</summary>
    public IEnumerable<string> PartNames()
    {
        for (var number = First; number < First + Parts; number++)
            yield return Memory.PartNames.Waiting(number);
    }
}
