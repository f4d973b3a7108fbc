using System.Globalization;

namespace ElastAlert.Alerters.Email.Mime;

/// <summary>Is an address as options and data have it: <c>a@b</c>, <c>Name &lt;a@b&gt;</c>, or a bare word such as <c>ElastAlert</c>.</summary>
/// <param name="Name">The name of the person, empty for none.</param>
/// <param name="Address">The address.</param>
internal sealed record MailAddressText(string Name, string Address)
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false };

    /// <summary>Gets whether the part before the <c>@</c> needs a server that takes UTF-8 (SMTPUTF8).</summary>
    public bool NeedsUtf8 => Address.Any(static letter => letter > '~');

    /// <summary>Reads an address.</summary>
    /// <exception cref="AlertDeliveryException">It has characters that would end the command or the header that it stands in.</exception>
    public static MailAddressText Parse(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.LastIndexOf('<');
        var (name, address) = open >= 0 && trimmed.EndsWith('>') ? (trimmed[..open].Trim().Trim('"'), trimmed[(open + 1)..^1].Trim()) : ("", trimmed);
        if (address.Length == 0 || address.Any(static letter => char.IsControl(letter) || letter is '<' or '>' or ' ' or ','))
            throw new AlertDeliveryException($"'{HeaderText.OneLine(text)}' is no mail address", isTransient: false);
        return new MailAddressText(HeaderText.OneLine(name), AsciiDomain(address));
    }

    /// <summary>Reads addresses that are parted by commas.</summary>
    /// <exception cref="AlertDeliveryException">One of them is none.</exception>
    public static IEnumerable<MailAddressText> ParseAll(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            isQuoted ^= text[index] == '"';
            if (text[index] != ',' || isQuoted)
                continue;
            yield return Parse(text[start..index]);
            start = index + 1;
        }

        yield return Parse(text[start..]);
    }

    /// <summary>Returns the address as a header shows it.</summary>
    public string ToHeader() => Name.Length == 0 ? Address : $"{HeaderText.Phrase(Name)} <{Address}>";

    private static string AsciiDomain(string address)
    {
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..];
        if (at < 0 || !domain.Any(static letter => letter > '~'))
            return address;
        try
        {
            return address[..(at + 1)] + Idn.GetAscii(domain);
        }
        catch (ArgumentException exception)
        {
            throw new AlertDeliveryException($"'{domain}' is no domain", isTransient: false, innerException: exception);
        }
    }
}
