namespace ElastAlert.Embedded.Mapping;

/// <summary>Says how the values of a field are checked, stored and searched.</summary>
internal abstract record FieldType(string Name)
{
    /// <summary>Gets the settings that differ from the defaults, as the mapping shows them.</summary>
    public virtual IEnumerable<(string Name, object Value)> Settings => [];
}
