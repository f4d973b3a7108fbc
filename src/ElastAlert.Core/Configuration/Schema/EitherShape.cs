namespace ElastAlert.Configuration.Schema;

/// <summary>Is a value of one of several shapes.</summary>
internal sealed class EitherShape(IReadOnlyList<ValueShape> shapes) : ValueShape
{
    public override string Expected => string.Join(" or ", shapes.Select(shape => shape.Expected));

    public override Mismatch? Find(OptionValue value)
    {
        Mismatch? deepest = null;
        foreach (var shape in shapes)
        {
            if (shape.Find(value) is not { } mismatch)
                return null;
            if (mismatch.Path.Length > 0)
                deepest ??= mismatch;
        }

        return deepest ?? Wrong(value);
    }
}
