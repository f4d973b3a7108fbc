using System.Reflection;
using System.Text;

namespace ElastAlert.ArchitectureTests;

/// <summary>Writes the public types and members of an assembly, one a line, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
            return "";
        var names = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            names.Add(Name(parent));
        names.AddRange(type.GetInterfaces().Where(item => item.Namespace?.StartsWith("ElastAlert", StringComparison.Ordinal) == true).Select(Name).Order(StringComparer.Ordinal));
        return names.Count == 0 ? "" : " : " + string.Join(", ", names);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
                yield return $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}";
            yield break;
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic))
            yield return $"{(field.IsStatic ? "static " : "")}field {Name(field.FieldType)} {field.Name}";
        foreach (var property in type.GetProperties(Declared).Where(IsVisible))
            yield return Property(property);
        foreach (var constructor in type.GetConstructors(Declared).Where(item => item.IsPublic || item.IsFamily))
            yield return $"new({Parameters(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(item => (item.IsPublic || item.IsFamily) && !item.IsSpecialName && !IsGenerated(item)))
            yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})";
    }

    private static bool IsVisible(PropertyInfo property) =>
        property.Name != "EqualityContract" && (property.GetMethod ?? property.SetMethod)!.IsPublic;

    private static bool IsGenerated(MethodInfo method) =>
        method.Name.StartsWith('<') || method.Name is "PrintMembers" or "Deconstruct" or "GetHashCode" or "Equals" or "ToString";

    private static string Property(PropertyInfo property)
    {
        var accessors = (property.GetMethod is { IsPublic: true } ? "get; " : "") + (property.SetMethod is { IsPublic: true } ? "set; " : "");
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        return $"{isStatic}{Name(property.PropertyType)} {property.Name} {{ {accessors}}}";
    }

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Namespace == "System" ? type.Name : type.Namespace + "." + type.Name;
        var mark = name.IndexOf('`', StringComparison.Ordinal);
        return mark < 0 ? name : $"{name[..mark]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
