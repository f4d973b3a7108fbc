namespace ElastAlert.Embedded.QueryString;

/// <summary>Is a range as <c>[from TO to]</c> or <c>{from TO to}</c> writes it; an open end is <see langword="null"/>.</summary>
internal sealed record RangeToken(string? From, bool IncludesFrom, string? To, bool IncludesTo);
