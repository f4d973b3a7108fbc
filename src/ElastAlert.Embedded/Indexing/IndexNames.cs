using System.Buffers;
using ElastAlert.Embedded.Errors;

namespace ElastAlert.Embedded.Indexing;

/// <summary>Knows which names an index may have.</summary>
internal static class IndexNames
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \"*\\<|,>/?#:");

    public static void Check(string name)
    {
        if (Problem(name) is { } problem)
            throw new RequestFailure(400, "invalid_index_name_exception", $"Invalid index name [{name}], {problem}") { Index = name };
    }

    private static string? Problem(string name)
    {
        if (name.Length == 0)
            return "must not be empty";
        if (name.AsSpan().IndexOfAny(Forbidden) >= 0)
            return "must not contain the following characters [' ','\"','*','\\\\','<','|',',','>','/','?','#',':']";
        if (name[0] is '_' or '-' or '+')
            return "must not start with '_', '-', or '+'";
        if (name is "." or "..")
            return "must not be '.' or '..'";
        return name.Any(char.IsUpper) ? "must be lowercase" : null;
    }
}
