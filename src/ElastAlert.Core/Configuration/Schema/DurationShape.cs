namespace ElastAlert.Configuration.Schema;

/// <summary>Is a duration, <c>{hours: 1, minutes: 30}</c>, or also a mapping with a <c>schedule</c>.</summary>
internal sealed class DurationShape(bool orSchedule) : ValueShape
{
    private static readonly RecordShape Duration = new(Units(), []);
    private static readonly RecordShape Scheduled = new(Units(("schedule", KindShape.Text)), []);

    public override string Expected =>
        orSchedule ? "a duration such as {minutes: 5}, or a schedule such as {schedule: \"0 8 * * *\"}" : "a duration such as {minutes: 5}";

    public override Mismatch? Find(OptionValue value)
    {
        var mismatch = (orSchedule ? Scheduled : Duration).Find(value);
        return mismatch is null || mismatch.Path.Length > 0 ? mismatch : Wrong(value);
    }

    private static Dictionary<string, ValueShape> Units(params (string Name, ValueShape Shape)[] more)
    {
        var members = Durations.Units.ToDictionary(unit => unit, _ => KindShape.Number, StringComparer.Ordinal);
        foreach (var (name, shape) in more)
            members[name] = shape;
        return members;
    }
}
