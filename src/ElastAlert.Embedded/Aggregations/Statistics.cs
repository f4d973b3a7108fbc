namespace ElastAlert.Embedded.Aggregations;

/// <summary>Gathers numbers.</summary>
internal sealed class Statistics
{
    private double _sumError;
    private double _squaresError;

    public long Count { get; private set; }

    public double Sum { get; private set; }

    public double SumOfSquares { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    public double Average => Count == 0 ? double.NaN : Sum / Count;

    public double Variance => Math.Max(0, (SumOfSquares - (Sum * Sum / Count)) / Count);

    public double SamplingVariance => Math.Max(0, (SumOfSquares - (Sum * Sum / Count)) / (Count - 1));

    public void Add(double value)
    {
        Count++;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        (Sum, _sumError) = AddExactly(Sum, _sumError, value);
        (SumOfSquares, _squaresError) = AddExactly(SumOfSquares, _squaresError, value * value);
    }

    // Kahan's sum, as the server has it: what rounding loses is carried on.
    private static (double Sum, double Error) AddExactly(double sum, double error, double value)
    {
        var corrected = value - error;
        var next = sum + corrected;
        return (next, next - sum - corrected);
    }
}
