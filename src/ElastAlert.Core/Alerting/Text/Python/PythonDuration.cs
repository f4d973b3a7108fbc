using System.Globalization;

namespace ElastAlert.Alerting.Text.Python;

/// <summary>Is a span of time, which rule options such as <c>timeframe</c> are.</summary>
internal sealed class PythonDuration(TimeSpan value) : PythonComparable
{
    public override string TypeName => "datetime.timedelta";

    public TimeSpan Value => value;

    public override bool IsTrue => value != TimeSpan.Zero;

    /// <summary>Gets the whole days, rounded down, so that <see cref="Seconds"/> is never negative.</summary>
    public long Days => (long)Math.Floor(value.TotalDays);

    public long Seconds => (long)(value - TimeSpan.FromDays(Days)).TotalSeconds;

    public long Microseconds => (value - TimeSpan.FromDays(Days)).Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;

    public override bool TryCompare(PythonObject other, out int order)
    {
        order = other is PythonDuration duration ? value.CompareTo(duration.Value) : 0;
        return other is PythonDuration;
    }

    public override void WriteStr(PythonTextWriter writer)
    {
        if (Days != 0)
            writer.Append(string.Create(CultureInfo.InvariantCulture, $"{Days} day{(Math.Abs(Days) == 1 ? "" : "s")}, "));
        writer.Append(string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3600}:{Seconds / 60 % 60:00}:{Seconds % 60:00}"));
        if (Microseconds != 0)
            writer.Append(string.Create(CultureInfo.InvariantCulture, $".{Microseconds:000000}"));
    }

    public override void WriteRepr(PythonTextWriter writer)
    {
        (string Name, long Amount)[] parts = [("days", Days), ("seconds", Seconds), ("microseconds", Microseconds)];
        var written = parts.Where(part => part.Amount != 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name}={part.Amount}"));
        writer.Append($"datetime.timedelta({(IsTrue ? string.Join(", ", written) : "0")})");
    }

    public override bool Equals(object? obj) => obj is PythonDuration other && other.Value == value;

    public override int GetHashCode() => value.GetHashCode();
}
