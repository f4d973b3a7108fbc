using System.Numerics;
using ElastAlert.Alerting.Text.Python;
using FsCheck;
using FsCheck.Fluent;

namespace ElastAlert.Core.Tests.Alerting.Text.Python;

public sealed class PythonComparerTests
{
    private static readonly PythonComparer Comparer = PythonComparer.Unlimited;

    public static TheoryData<object?, object?, bool> Pairs => new()
    {
        { 1L, 1.0, true },
        { 1L, true, true },
        { 0.0, false, true },
        { 1L, "1", false },
        { null, false, false },
        { BigInteger.Pow(10, 30), 1e30, false },
        { (BigInteger)1e30, 1e30, true },
        { 9007199254740993L, 9007199254740992.0, false },
        { "a", "a", true },
        { double.NaN, double.NaN, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void AreEqual_ValuesOfOtherTypes_ComparesAsPython(object? left, object? right, bool areEqual)
    {
        Comparer.AreEqual(left, right).Should().Be(areEqual);
        Comparer.AreEqual(new PythonList([left]), new PythonList([right])).Should().Be(areEqual);
        if (areEqual)
            Comparer.Hash(left).Should().Be(Comparer.Hash(right));
    }

    [Fact]
    public void AreEqual_ListAndTuple_Differ() => Comparer.AreEqual(new PythonList([1L]), new PythonTuple([1L])).Should().BeFalse();

    [Fact]
    public void AreEqual_DictsInOtherOrder_AreEqual() =>
        Comparer.AreEqual(new PythonDict(Comparer) { ["a"] = 1L, ["b"] = 2.0 }, new PythonDict(Comparer) { ["b"] = 2L, ["a"] = true }).Should().BeTrue();

    [Theory]
    [InlineData("a", "b", -1)]
    [InlineData("B", "a", -1)]
    [InlineData("\uFFFD", "\U0001F600", -1)]
    [InlineData("ab", "a", 1)]
    public void Compare_Texts_OrdersByCodePoint(string left, string right, int order) => Comparer.Compare(left, right).Should().Be(order);

    [Fact]
    public void Compare_WhatIsNoNumber_HasNoOrder() => Comparer.Compare(double.NaN, 1L).Should().BeNull();

    [Fact]
    public void Compare_TextAndNumber_SaysThatThereIsNoOrder()
    {
        var compare = () => Comparer.Compare("a", 1L);

        compare.Should().Throw<PythonException>().WithMessage("TypeError: '<' not supported between instances of 'str' and 'int'");
    }

    [Fact]
    public void Hash_List_IsRefused()
    {
        var hash = () => Comparer.Hash(new PythonList([]));

        hash.Should().Throw<PythonException>().WithMessage("TypeError: unhashable type: 'list'");
    }

    [Fact]
    public void Compare_AnyNumbers_OrdersThemByTheirExactValues() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), ArbMap.Default.ArbFor<double>().Filter(double.IsFinite), (integer, real) =>
        {
            var exact = new BigInteger(Math.Floor(real));
            var expected = integer > exact ? 1 : integer < exact ? -1 : Math.Floor(real) == real ? 0 : -1;
            return Comparer.Compare(integer, real) == expected && Comparer.Compare(real, integer) == -expected;
        }).QuickCheckThrowOnFailure();
}
