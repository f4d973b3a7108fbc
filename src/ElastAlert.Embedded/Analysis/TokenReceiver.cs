namespace ElastAlert.Embedded.Analysis;

/// <summary>Takes a word that was found in a text.</summary>
internal delegate void TokenReceiver<in TState>(TState state, ReadOnlySpan<char> token);
