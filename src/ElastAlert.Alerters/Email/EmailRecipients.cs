using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Email;

/// <summary>Decides who receives a mail.</summary>
internal static class EmailRecipients
{
    /// <summary>Returns the receivers: those that the first match names, else those of the options.</summary>
    /// <exception cref="AlertDeliveryException">The match names a domain that is not allowed.</exception>
    public static IReadOnlyList<string> Of(EmailAlerterOptions options, Document match)
    {
        if (options.EmailFromField is null)
            return options.Email;
        var named = Named(options, match.Find(options.EmailFromField).Element);
        if (named is null or { Count: 0 })
            return options.Email;
        if (options.EmailFromFieldDomains.Count > 0 && !named.All(address => IsAllowed(options, address)))
            throw new AlertDeliveryException("The event names a receiver in a domain that email_from_field_domains does not allow", isTransient: false);
        return named;
    }

    private static List<string>? Named(EmailAlerterOptions options, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains('@', StringComparison.Ordinal) => [value.GetString()!],
        JsonValueKind.String when options.EmailAddDomain is not null && !value.ValueEquals("") => [value.GetString() + options.EmailAddDomain],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => WithDomain(options, PythonText.Of(item)))],
        _ => null,
    };

    private static string WithDomain(EmailAlerterOptions options, string name) =>
        name.Contains('@', StringComparison.Ordinal) ? name : name + options.EmailAddDomain;

    private static bool IsAllowed(EmailAlerterOptions options, string address) =>
        options.EmailFromFieldDomains.Contains(address[(address.LastIndexOf('@') + 1)..].TrimEnd('>'), StringComparer.OrdinalIgnoreCase);
}
