using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Engine;

/// <summary>Makes moves, every second of which has its process killed at some point.</summary>
internal static class KillMoves
{
    private const int LastPoint = 40;

    public static Arbitrary<KillMove[]> Any(int count)
    {
        var points = Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, LastPoint)));
        var move = from step in Gen.Elements(Enum.GetValues<KillStep>()) from point in points select new KillMove(step, point);
        return move.ArrayOf(count).ToArbitrary();
    }
}
