namespace ElastAlert.Configuration.Schema;

/// <summary>Is the text of an absolute URL.</summary>
internal sealed class UrlShape : ValueShape
{
    public override string Expected => "a URL";

    public override Mismatch? Find(OptionValue value) =>
        value.Kind == OptionKind.Text && Uri.TryCreate((string)value.Value!, UriKind.Absolute, out _) ? null : Wrong(value);
}
