namespace ElastAlert;

/// <summary>Is what stands before and after a part of a text, such as the marks of a code block.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="After">What stands after it.</param>
public readonly record struct AlertTextFrame(string? Before, string? After)
{
    /// <summary>Returns a part inside the frame.</summary>
    /// <param name="text">The part.</param>
    public string Around(string text) => Before + text + After;
}
