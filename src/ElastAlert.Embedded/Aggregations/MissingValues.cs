using ElastAlert.Embedded.Errors;
using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Aggregations;

/// <summary>Reads the value that stands for a missing one.</summary>
internal static class MissingValues
{
    public static long Encode(NumericType type, string text)
    {
        if (type is BooleanType && text is "0" or "1")
            return text[0] - '0';
        try
        {
            return type.Encode(text);
        }
        catch (FormatException exception)
        {
            throw ShardFailure.Illegal(exception.Message);
        }
    }
}
