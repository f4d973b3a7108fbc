namespace ElastAlert.Alerting.Text.Rendering;

/// <summary>Is something wrong with a text of a rule that shows without a match.</summary>
/// <param name="Option">The option that holds the text.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="IsFatal">Whether the text can never be made; otherwise it fails for some matches, or always falls back.</param>
internal sealed record TextProblem(string Option, string Message, string Cure, bool IsFatal);
