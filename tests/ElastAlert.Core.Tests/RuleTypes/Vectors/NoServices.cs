namespace ElastAlert.Core.Tests.RuleTypes.Vectors;

/// <summary>Is a host without services.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}
