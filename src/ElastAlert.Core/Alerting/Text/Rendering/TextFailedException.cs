namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Says that a text of a rule could not be made for a match, and which option holds it.</summary>
internal sealed class TextFailedException(string option, string reason, Exception? innerException = null)
    : Exception($"{option}: {reason}", innerException)
{
}
