namespace ElastAlert.Embedded.Mapping;

/// <summary>Is text that is searched by its words.</summary>
internal sealed record TextType() : FieldType("text");
