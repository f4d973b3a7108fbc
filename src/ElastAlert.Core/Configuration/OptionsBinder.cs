using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ElastAlert.Configuration;

/// <summary>Binds the options of a rule or of an alerter's entry to an object of a plug-in: <c>num_events</c> to <c>NumEvents</c>.</summary>
/// <remarks>
/// Public properties with a setter are bound: texts, truth values, whole and other numbers, durations (a mapping such as
/// <c>{minutes: 5}</c>), URLs, enumerations, lists and arrays of these, mappings of texts, and <see cref="OptionValue"/> or
/// <see cref="OptionMap"/> for anything else. A <see langword="required"/> property must be given.
/// </remarks>
public static class OptionsBinder
{
    private const DynamicallyAccessedMemberTypes Bound = DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    /// <summary>Creates an object and sets its properties from options; everything that does not fit becomes a problem.</summary>
    /// <typeparam name="TOptions">The type of the object.</typeparam>
    /// <param name="options">The options.</param>
    /// <param name="prefix">What options may begin with, such as <c>pager_</c>; the longer name is looked for first.</param>
    /// <param name="source">The place of problems that have none, such as missing options.</param>
    public static OptionsBinding<TOptions> Bind<[DynamicallyAccessedMembers(Bound)] TOptions>(
        OptionMap options, string prefix = "", SourceLocation source = default)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(prefix);
        var problems = new ProblemList();
        var target = Activator.CreateInstance<TOptions>();
        foreach (var property in Properties(typeof(TOptions)))
            Set(target, property, options, prefix, source, problems);
        return new OptionsBinding<TOptions>(target, problems.All);
    }

    /// <summary>Returns the names of the options that an object of a type takes.</summary>
    /// <typeparam name="TOptions">The type of the object.</typeparam>
    /// <param name="prefix">What options may begin with.</param>
    public static IReadOnlyList<string> Names<[DynamicallyAccessedMembers(Bound)] TOptions>(string prefix = "")
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var names = Properties(typeof(TOptions)).Select(static property => SnakeCase.Of(property.Name)).ToList();
        return prefix.Length == 0 ? names : [.. names, .. names.Select(name => prefix + name)];
    }

    private static IEnumerable<PropertyInfo> Properties([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.SetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0);

    private static void Set(object target, PropertyInfo property, OptionMap options, string prefix, SourceLocation source, ProblemList problems)
    {
        var key = prefix + SnakeCase.Of(property.Name);
        if (!options.ContainsKey(key))
            key = SnakeCase.Of(property.Name);
        if (!options.TryGetValue(key, out var value) || value.Kind == OptionKind.Null)
        {
            if (property.IsDefined(typeof(RequiredMemberAttribute)))
                problems.Error(options.LocationOf(key) ?? source, key, "is missing.", $"Add {key}.");
            return;
        }

        if (BoundValue.For(property.PropertyType) is not { } bound)
            throw new NotSupportedException($"{target.GetType().Name}.{property.Name} is a {property.PropertyType.Name}, which options cannot be bound to; use OptionValue.");
        if (bound.Shape.Find(value) is { } mismatch)
            ShapeProblem.Add(problems, key, options.LocationOf(key) ?? source, mismatch);
        else if (bound.Convert(value) is { } converted)
            property.SetValue(target, converted);
        else
            problems.Error(value.Location == default ? source : value.Location, key, $"is out of the range of {property.PropertyType.Name}.", "Use a smaller value.");
    }
}
