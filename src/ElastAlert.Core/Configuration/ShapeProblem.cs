using ElastAlert.Configuration.Schema;

namespace ElastAlert.Configuration;

/// <summary>Turns a value that is not as expected into a problem.</summary>
internal static class ShapeProblem
{
    public static void Add(ProblemList problems, string key, SourceLocation place, Mismatch mismatch, RuleProblemSeverity severity = RuleProblemSeverity.Error)
    {
        var path = key + mismatch.Path;
        var location = mismatch.KeyLocation ?? (mismatch.Value.Location == default ? place : mismatch.Value.Location);
        var message = mismatch.KeyLocation is null
            ? $"must be {mismatch.Expected}, was {ValueText.Of(path, mismatch.Value)}."
            : $"must be {mismatch.Expected}.";
        problems.Add(new RuleProblem(severity, location, message) { Rule = problems.Rule, Key = path, Cure = Cure(mismatch) });
    }

    private static string Cure(Mismatch mismatch) => (mismatch.Value.Kind, mismatch.Expected) switch
    {
        (OptionKind.Text, "a number" or "true or false") => "Write the value without quotes.",
        (OptionKind.Text, _) when mismatch.Expected.StartsWith("a whole number", StringComparison.Ordinal) => "Write the number without quotes.",
        (OptionKind.WholeNumber or OptionKind.Number or OptionKind.Boolean or OptionKind.Date, "text") => "Put quotes around the value.",
        (OptionKind.Text, _) when mismatch.Expected.StartsWith("a duration", StringComparison.Ordinal) => "Write the unit as a key: 'minutes: 5', not '5m'.",
        _ when mismatch.KeyLocation is not null => "Remove it or correct its name.",
        (OptionKind.Null, _) => "Give it a value, or remove the line.",
        _ => "Correct the value.",
    };
}
