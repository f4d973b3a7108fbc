using System.Text.Json;
using ElastAlert.Alerting.Text.Formatting;
using ElastAlert.Alerting.Text.Python;

namespace ElastAlert.Alerting.Text.Placeholders;

/// <summary>Finds and formats the value of a placeholder.</summary>
internal static class PlaceholderValue
{
    /// <summary>Finds the value that a placeholder in braces names, with its steps (<c>user[name]</c>, <c>user.name</c>).</summary>
    /// <param name="field">The placeholder.</param>
    /// <param name="fields">The fields of the match.</param>
    /// <param name="value">The value, before its conversion and format.</param>
    public static bool TryFind(Placeholder field, PlaceholderFields fields, out object? value)
    {
        var steps = Steps(field.Format);
        value = null;
        if (fields.TryFind(field.Name + steps, out var element))
        {
            value = Read(element);
            return true;
        }

        if (!fields.TryFind(field.Name, out element))
            return false;
        try
        {
            value = Read(element);
            foreach (var key in Keys(steps))
                value = new FieldAccessor(IsAttribute: false, key).Apply(value);
            return true;
        }
        catch (PythonException)
        {
            return false;
        }
    }

    /// <summary>Returns the value as a placeholder of printf wants it.</summary>
    public static string FormatPercent(JsonElement value, Placeholder field) =>
        Format(field, () => PercentTemplate.Parse("%" + field.Format).Render(new PythonTuple([Read(value)])));

    /// <summary>Returns the value as a placeholder in braces wants it.</summary>
    public static string FormatBrace(object? value, Placeholder field) =>
        Format(field, () => BraceTemplate.Parse("{0" + field.Format[Steps(field.Format).Length..] + "}").Render(FormatArguments.Of(value)));

    private static string Format(Placeholder field, Func<string> format)
    {
        try
        {
            return format();
        }
        catch (PythonException exception)
        {
            throw new AlertDeliveryException(
                $"A text cannot be filled: the value of '{field.Name}' cannot be formatted with '{field.Format}' ({exception.Message}).",
                isTransient: false,
                innerException: exception);
        }
    }

    private static object? Read(JsonElement value) => PythonValue.FromJson(value, PythonComparer.Unlimited);

    private static string Steps(string format)
    {
        var end = format.AsSpan().IndexOfAny('!', ':');
        return end < 0 ? format : format[..end];
    }

    private static IEnumerable<string> Keys(string steps)
    {
        while (steps.Length > 0)
        {
            var end = steps.IndexOf(']', StringComparison.Ordinal);
            if (steps[0] != '[' || end < 0)
                throw PythonException.Attribute($"no attribute '{steps}'");
            yield return steps[1..end];
            steps = steps[(end + 1)..];
        }
    }
}
