using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using ElastAlert.Configuration;

namespace ElastAlert.Hosting;

/// <summary>Writes an options object as the options of a rule file would be written: <c>ApiKey</c> becomes <c>api_key</c>.</summary>
internal static class OptionsWriter
{
    public static OptionMap Write<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        TOptions options, SourceLocation place)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(options);
        var members = new List<KeyValuePair<string, OptionValue>>();
        foreach (var property in typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.CanRead && property.GetValue(options) is { } value)
                members.Add(new(SnakeCase.Of(property.Name), ValueOf(value, property.Name, place)));
        }

        return OptionMap.Create(members);
    }

    public static OptionValue Duration(TimeSpan value, SourceLocation place)
    {
        var unit = value.Ticks % TimeSpan.TicksPerSecond == 0 ? "seconds" : "milliseconds";
        var amount = unit == "seconds" ? value.TotalSeconds : value.TotalMilliseconds;
        var number = double.IsInteger(amount) ? OptionValue.Of((long)amount, place) : OptionValue.Of(amount, place);
        return OptionValue.Of(OptionMap.Empty.With(unit, number), place);
    }

    private static OptionValue ValueOf(object value, string property, SourceLocation place) => value switch
    {
        OptionValue option => option,
        OptionMap map => OptionValue.Of(map, place),
        string text => OptionValue.Of(text, place),
        bool flag => OptionValue.Of(flag, place),
        int or long or short or byte => OptionValue.Of(Convert.ToInt64(value, CultureInfo.InvariantCulture), place),
        float or double or decimal => OptionValue.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture), place),
        TimeSpan duration => Duration(duration, place),
        Uri uri => OptionValue.Of(uri.OriginalString, place),
        Enum item => OptionValue.Of(SnakeCase.Of(item.ToString()), place),
        IEnumerable<KeyValuePair<string, string>> map => OptionValue.Of(
            OptionMap.Create(map.Select(item => KeyValuePair.Create(item.Key, OptionValue.Of(item.Value, place)))), place),
        IEnumerable list => OptionValue.Of([.. list.Cast<object>().Select(item => ValueOf(item, property, place))], place),
        _ => throw new ArgumentException($"The option {property} has the type {value.GetType().Name}, which a rule file cannot write."),
    };
}
