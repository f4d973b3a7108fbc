using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.Alerters.Payloads;

/// <summary>Says who receives a mail: addresses, or those that the first match names.</summary>
internal sealed record RecipientOptions
{
    /// <summary>Gets the addresses.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Gets the field of the first match that names the receivers instead, or <see langword="null"/>.</summary>
    public string? FromField { get; init; }

    /// <summary>Gets the domain that is added to names without one, with its <c>@</c>, or <see langword="null"/>.</summary>
    public string? AddDomain { get; init; }

    /// <summary>Gets the domains that such a field may send to; empty for any.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Gets the option that holds <see cref="Domains"/>.</summary>
    public string DomainsOption { get; init; } = "";

    /// <summary>Reads <c>email</c>, <c>email_from_field</c>, <c>email_add_domain</c> and <c>email_from_field_domains</c>.</summary>
    /// <param name="reader">The options.</param>
    /// <param name="prefix">What stands before the names.</param>
    public static RecipientOptions Read(AlerterOptionReader reader, string prefix) => new()
    {
        Addresses = reader.Texts(prefix + "email"),
        FromField = reader.Text(prefix + "email_from_field"),
        AddDomain = reader.Text(prefix + "email_add_domain") is { Length: > 0 } domain ? "@" + domain.TrimStart('@') : null,
        Domains = reader.Texts(prefix + "email_from_field_domains"),
        DomainsOption = prefix + "email_from_field_domains",
    };

    /// <summary>Returns the receivers for a match.</summary>
    /// <exception cref="AlertDeliveryException">The match names a domain that is not allowed.</exception>
    public IReadOnlyList<string> For(Document match)
    {
        if (FromField is null)
            return Addresses;
        var named = Named(match.Find(FromField).Element);
        if (named is null or { Count: 0 })
            return Addresses;
        if (Domains.Count > 0 && !named.TrueForAll(IsAllowed))
            throw new AlertDeliveryException($"The event names a receiver in a domain that {DomainsOption} does not allow", isTransient: false);
        return named;
    }

    private List<string>? Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Contains('@', StringComparison.Ordinal) => [value.GetString()!],
        JsonValueKind.String when AddDomain is not null && !value.ValueEquals("") => [value.GetString() + AddDomain],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => WithDomain(PythonText.Of(item)))],
        _ => null,
    };

    private string WithDomain(string name) => name.Contains('@', StringComparison.Ordinal) ? name : name + AddDomain;

    private bool IsAllowed(string address) =>
        Domains.Contains(address[(address.LastIndexOf('@') + 1)..].TrimEnd('>'), StringComparer.OrdinalIgnoreCase);
}
