namespace ElastAlert.Configuration.Schema;

/// <summary>Says what the value of an option may be.</summary>
internal abstract class ValueShape
{
    /// <summary>Gets the words for what is expected, to follow "must be".</summary>
    public abstract string Expected { get; }

    /// <summary>Returns the first part of a value that is not as expected, or <see langword="null"/> when all is.</summary>
    public abstract Mismatch? Find(OptionValue value);

    protected Mismatch Wrong(OptionValue value) => new(value, "", Expected);
}
