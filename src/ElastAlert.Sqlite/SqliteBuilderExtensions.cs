using ElastAlert.Hosting;
using ElastAlert.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the state of engines in SQLite files.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps the state of the engine in a SQLite file; where a writeback index is configured, the record is still written there.</summary>
    /// <param name="builder">The engine.</param>
    /// <param name="path">The path of the file; it is created where missing.</param>
    public static ElastAlertBuilder UseSqlite(this ElastAlertBuilder builder, string path) => builder.UseSqlite(options => options.Path = path);

    /// <summary>Keeps the state of the engine in a SQLite file; where a writeback index is configured, the record is still written there.</summary>
    /// <param name="builder">The engine.</param>
    /// <param name="configure">Says where and how.</param>
    public static ElastAlertBuilder UseSqlite(this ElastAlertBuilder builder, Action<SqliteStateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new SqliteStateOptions();
        configure(options);
        builder.Services.AddKeyedSingleton(builder.Name, (provider, _) => new SqliteStateFile(options, provider.GetRequiredService<TimeProvider>()));
        return builder.UseState(provider => StateOf(provider.GetRequiredKeyedService<SqliteStateFile>(builder.Name), provider.GetRequiredKeyedService<ElastAlert.GlobalOptions>(builder.Name)));
    }

    private static StateServices StateOf(SqliteStateFile file, ElastAlert.GlobalOptions options) => options.WritebackIndex is null
        ? new StateServices(file.Store, file.Outbox, file.History, file.Silences)
        : new StateServices(file.Store, file.Outbox);
}
