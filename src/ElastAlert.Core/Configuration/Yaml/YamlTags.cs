using System.Globalization;
using System.Text;
using ElastAlert.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ElastAlert.Configuration.Yaml;

/// <summary>Gives scalars the type that their tag or, without one, their form says.</summary>
internal static class YamlTags
{
    private const string Standard = "tag:yaml.org,2002:";

    public static OptionValue Scalar(Scalar scalar, SourceLocation location)
    {
        try
        {
            return scalar.Tag.IsEmpty || scalar.Tag.Value == "!" ? Untagged(scalar, location) : Tagged(scalar, location);
        }
        catch (FormatException exception)
        {
            throw new YamlTextException(exception.Message, location);
        }
    }

    public static bool IsMergeKey(Scalar scalar) =>
        scalar is { IsPlainImplicit: true, Style: ScalarStyle.Plain, Value: "<<" } && scalar.Tag.IsEmpty;

    public static void Check(TagName tag, SourceLocation location, string expected)
    {
        if (!tag.IsEmpty && !tag.IsNonSpecific && tag.Value != Standard + expected)
            throw Unknown(tag, location);
    }

    /// <summary>Returns the name of an option, as JSON names members: <c>1</c>, <c>true</c>, <c>null</c> become text.</summary>
    public static string Name(OptionValue key) => key.Value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => text,
        double number => PythonText.OfDouble(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static OptionValue Untagged(Scalar scalar, SourceLocation location)
    {
        if (scalar.Style != ScalarStyle.Plain)
            return OptionValue.Of(scalar.Value, location);
        return scalar.Value is "=" or "<<"
            ? throw new YamlTextException($"a bare {scalar.Value} has a meaning of its own in YAML; put quotes around it", location)
            : YamlScalar.Resolve(scalar.Value, location);
    }

    private static OptionValue Tagged(Scalar scalar, SourceLocation location) => scalar.Tag.Value switch
    {
        Standard + "str" => OptionValue.Of(scalar.Value, location),
        Standard + "int" => OptionValue.Of(YamlScalar.Whole(scalar.Value), location),
        Standard + "float" => OptionValue.Of(YamlScalar.Float(scalar.Value), location),
        Standard + "bool" => OptionValue.Of(Flag(scalar.Value), location),
        Standard + "null" => OptionValue.Null(location),
        Standard + "timestamp" => OptionValue.OfDate(YamlScalar.Date(scalar.Value), location),
        Standard + "binary" => OptionValue.Of(Encoding.UTF8.GetString(Convert.FromBase64String(scalar.Value)), location),
        _ => throw Unknown(scalar.Tag, location),
    };

    private static bool Flag(string text) =>
        YamlScalar.Boolean(text.ToUpperInvariant()) ?? throw new FormatException($"'{text}' is not a truth value");

    private static YamlTextException Unknown(TagName tag, SourceLocation location) =>
        new($"the tag '{tag.Value}' is unknown; put quotes around text that begins with !", location);
}
