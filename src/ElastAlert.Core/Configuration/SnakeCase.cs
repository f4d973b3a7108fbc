using System.Text;

namespace ElastAlert.Configuration;

/// <summary>Turns names of code into names of options: <c>ApiKey</c> into <c>api_key</c>, <c>TLSVersion</c> into <c>tls_version</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var place = 0; place < name.Length; place++)
        {
            if (place > 0 && char.IsUpper(name[place]) && BeginsWord(name, place))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[place]));
        }

        return text.ToString();
    }

    private static bool BeginsWord(string name, int place) =>
        !char.IsUpper(name[place - 1]) || place + 1 < name.Length && char.IsLower(name[place + 1]);
}
