namespace ElastAlert.Alerters.Email.Smtp;

/// <summary>Is what a mail server answered.</summary>
/// <param name="Code">The status.</param>
/// <param name="Lines">The texts, one a line.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>Gets whether the command was taken.</summary>
    public bool IsSuccess => Code is >= 200 and < 300;

    /// <summary>Gets whether trying again can help.</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Returns the status and its text.</summary>
    public override string ToString() => $"{Code} {string.Join(' ', Lines)}";
}
