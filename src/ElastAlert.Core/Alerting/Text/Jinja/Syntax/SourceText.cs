using ElastAlert.Alerting.Text.Jinja.Runtime;

namespace ElastAlert.Alerting.Text.Jinja.Syntax;

/// <summary>Is the text of a template with uniform line ends, one of which is taken off its end.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text)
    {
        Text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (Text.EndsWith('\n'))
            Text = Text[..^1];
        for (var index = 0; index < Text.Length; index++)
        {
            if (Text[index] == '\n')
                _lineStarts.Add(index + 1);
        }
    }

    public string Text { get; }

    public JinjaPosition PositionOf(int index)
    {
        var found = _lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return new JinjaPosition(line + 1, index - _lineStarts[line] + 1);
    }
}
