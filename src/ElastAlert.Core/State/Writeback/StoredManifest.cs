namespace ElastAlert.State.Writeback;

/// <summary>Is a manifest as it was read or written, with what a compare-and-set needs.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Version">The version of the document.</param>
internal sealed record StoredManifest(Manifest Manifest, DocumentVersion Version);
