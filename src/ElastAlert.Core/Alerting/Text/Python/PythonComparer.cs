using System.Numerics;
using System.Runtime.CompilerServices;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Compares values as Python does: <c>1 == 1.0 == True</c>, containers member by member.</summary>
internal sealed class PythonComparer(IStepBudget? budget = null)
{
    private const int CharactersPerStep = 64;

    /// <summary>Gets a comparer for values that no template has built, so that comparing them costs what they are long.</summary>
    public static PythonComparer Unlimited { get; } = new();

    public bool AreEqual(object? left, object? right)
    {
        (left, right) = (Plain(left), Plain(right));
        Enter(left, right);
        if (ReferenceEquals(left, right))
            return left is not double.NaN;
        return (left, right) switch
        {
            (string x, string y) => string.Equals(x, y, StringComparison.Ordinal),
            (PythonSequence x, PythonSequence y) => x.GetType() == y.GetType() && SequencesEqual(x, y),
            (PythonDict x, PythonDict y) => DictsEqual(x, y),
            (PythonObject x, _) => x.Equals(right),
            (_, PythonObject y) => y.Equals(left),
            _ => NumbersEqual(left, right),
        };
    }

    public int Hash(object? value)
    {
        value = Plain(value);
        Enter(value, value);
        return value switch
        {
            null => 0,
            string text => text.GetHashCode(StringComparison.Ordinal),
            double number => HashOf(number),
            PythonTuple tuple => tuple.Items.Aggregate(17, (hash, item) => HashCode.Combine(hash, Hash(item))),
            PythonList or PythonDict => throw PythonException.Type($"unhashable type: '{PythonType.NameOf(value)}'"),
            PythonObject other => other.GetHashCode(),
            _ when PythonInteger.TryGet(value, out var integer) => integer.GetHashCode(),
            _ => throw PythonException.Type($"unhashable type: '{PythonType.NameOf(value)}'"),
        };
    }

    /// <summary>Orders two values, or throws when Python has no order for them; <see langword="null"/> beside what is no number.</summary>
    public int? Compare(object? left, object? right, string symbol = "<")
    {
        (left, right) = (Plain(left), Plain(right));
        Enter(left, right);
        return (left, right) switch
        {
            (string x, string y) => CompareOrdinal(x, y),
            (PythonSequence x, PythonSequence y) when x.IsOrdered && x.GetType() == y.GetType() => CompareSequences(x, y, symbol),
            (PythonComparable x, PythonObject y) when x.TryCompare(y, out var order) => order,
            _ when IsNumber(left) && IsNumber(right) => CompareNumbers(left, right),
            _ => throw NotComparable(left, right, symbol),
        };
    }

    private static PythonException NotComparable(object? left, object? right, string symbol) => PythonException.Type(
        $"'{symbol}' not supported between instances of '{PythonType.NameOf(left)}' and '{PythonType.NameOf(right)}'");

    /// <summary>Orders by code point; UTF-16 order differs beyond the basic plane.</summary>
    private static int CompareOrdinal(string x, string y)
    {
        var length = Math.Min(x.Length, y.Length);
        for (var index = 0; index < length; index++)
        {
            if (x[index] != y[index])
                return Rank(x[index]).CompareTo(Rank(y[index]));
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;

    private static bool IsNumber(object? value) => value is double || PythonInteger.TryGet(value, out _);

    /// <summary>Orders numbers by their exact values.</summary>
    private static int? CompareNumbers(object? left, object? right) => (left, right) switch
    {
        (double.NaN, _) or (_, double.NaN) => null,
        (double x, double y) => x.CompareTo(y),
        (double x, _) => CompareExactly(x, Integer(right)),
        (_, double y) => -CompareExactly(y, Integer(left)),
        _ => Integer(left).CompareTo(Integer(right)),
    };

    private static BigInteger Integer(object? value) => PythonInteger.TryGet(value, out var integer) ? integer : throw new ArgumentException("no integer");

    private static int CompareExactly(double number, BigInteger integer)
    {
        if (!double.IsFinite(number))
            return number < 0 ? -1 : 1;
        var whole = Math.Floor(number);
        var order = new BigInteger(whole).CompareTo(integer);
        return order == 0 && number > whole ? 1 : order;
    }

    private static bool NumbersEqual(object? left, object? right) =>
        IsNumber(left) && IsNumber(right) && CompareNumbers(left, right) == 0;

    private static int HashOf(double number) =>
        double.IsFinite(number) && Math.Floor(number) == number ? new BigInteger(number).GetHashCode() : number.GetHashCode();

    private static object? Plain(object? value) => value is PythonObject { Text: { } text } ? text : value;

    /// <summary>Charges a comparison: long texts cost more.</summary>
    private void Enter(object? left, object? right)
    {
        budget?.Charge(1 + (left is string x && right is string y ? Math.Min(x.Length, y.Length) / CharactersPerStep : 0));
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw PythonException.Recursion();
    }

    private bool SequencesEqual(PythonSequence x, PythonSequence y)
    {
        if (x.Items.Count != y.Items.Count)
            return false;
        for (var index = 0; index < x.Items.Count; index++)
        {
            if (!AreEqual(x.Items[index], y.Items[index]))
                return false;
        }

        return true;
    }

    private bool DictsEqual(PythonDict x, PythonDict y) =>
        x.Count == y.Count && x.Members.All(member => y.TryGetValue(member.Key, out var value) && AreEqual(member.Value, value));

    private int? CompareSequences(PythonSequence x, PythonSequence y, string symbol)
    {
        var length = Math.Min(x.Items.Count, y.Items.Count);
        for (var index = 0; index < length; index++)
        {
            if (!AreEqual(x.Items[index], y.Items[index]))
                return Compare(x.Items[index], y.Items[index], symbol);
        }

        return x.Items.Count.CompareTo(y.Items.Count);
    }
}
