namespace ElastAlert;

/// <summary>Is the place that a value was read from.</summary>
/// <param name="File">The file, or the words that stand for it, such as <c>rule in code</c>.</param>
/// <param name="Line">The line, counted from 1, or 0 when there is none.</param>
/// <param name="Column">The column, counted from 1, or 0 when there is none.</param>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>Returns <c>file:line:column</c>.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
