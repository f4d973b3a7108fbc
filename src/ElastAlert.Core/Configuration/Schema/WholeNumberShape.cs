using System.Globalization;

namespace ElastAlert.Configuration.Schema;

/// <summary>Is a whole number within bounds; a number with an empty fraction (<c>5.0</c>) is one.</summary>
internal sealed class WholeNumberShape(long? least = null, long? most = null) : ValueShape
{
    public override string Expected => (least, most) switch
    {
        (null, null) => "a whole number",
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {least}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
    };

    public override Mismatch? Find(OptionValue value)
    {
        double? number = value.Value switch
        {
            long whole => whole,
            System.Numerics.BigInteger whole => (double)whole,
            double real when double.IsInteger(real) => real,
            _ => null,
        };
        return number is { } found && !(found < least) && !(found > most) ? null : Wrong(value);
    }
}
