using ElastAlert.Embedded.Indexing;
using ElastAlert.Embedded.Responses;

namespace ElastAlert.Embedded.Endpoints;

/// <summary>Writes the aliases of an index.</summary>
internal static class AliasWriter
{
    public static void Write(ResponseWriter writer, Catalog catalog, SearchIndex index)
    {
        writer.BeginObject("aliases");
        foreach (var (alias, names) in catalog.Aliases)
        {
            if (!names.Contains(index.Name))
                continue;
            writer.BeginObject(alias);
            writer.EndObject();
        }

        writer.EndObject();
    }
}
