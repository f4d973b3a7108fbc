using System.Runtime.InteropServices;
using System.Text.Json;
using ElastAlert.Values;

namespace ElastAlert.RuleTypes.Windows;

/// <summary>Is what a rule type remembers about one key.</summary>
/// <param name="key">The key.</param>
/// <param name="hash">The hash of the key.</param>
/// <param name="spelling">The key as it was first written.</param>
/// <typeparam name="TState">The type of what is remembered.</typeparam>
internal sealed class KeyedState<TState>(FieldKey key, int hash, FieldValue spelling) : StateRecord
    where TState : IKeyState
{
    private TState _state = default!;
    private KeyedState<TState>? _nextInBucket;

    // Most keys are spelled as their plainest form, which needs no memory.
    private readonly byte[]? _spelling = IsPlain(spelling) ? null : JsonMarshal.GetRawUtf8Value(spelling.Element).ToArray();

    /// <summary>Gets the key.</summary>
    public FieldKey Key { get; } = key;

    /// <summary>Gets the hash of the key.</summary>
    public int Hash { get; } = hash;

    /// <summary>Gets the key after this one in its bucket of a <see cref="KeyTable{TState}"/>.</summary>
    public ref KeyedState<TState>? NextInBucket => ref _nextInBucket;

    /// <summary>Gets the key as it was first written; lists and objects as their text form.</summary>
    public FieldValue Spelling => _spelling is { } spelling ? new FieldValue(JsonElement.Parse(spelling)) : Key.ToValue();

    /// <summary>Gets what is remembered.</summary>
    public ref TState State => ref _state;

    /// <summary>Gets or sets the key that is older.</summary>
    public KeyedState<TState>? Previous { get; set; }

    /// <summary>Gets or sets the key that is younger.</summary>
    public KeyedState<TState>? Next { get; set; }

    /// <summary>Reads the key of a record, and its spelling.</summary>
    public static (FieldKey Key, FieldValue Spelling) ReadKey(StateReader reader)
    {
        var key = FieldKey.Parse(reader.Text());
        var spelling = reader.Bytes();
        return (key, spelling.IsEmpty ? key.ToValue() : new FieldValue(JsonElement.Parse(spelling.Span)));
    }

    /// <inheritdoc/>
    public override void Write(StateWriter writer)
    {
        writer.Number((long)StateRecordKind.Key);
        writer.Text(Key.ToString());
        writer.Bytes(_spelling);
        _state.Write(writer);
    }

    private static bool IsPlain(FieldValue spelling) => spelling.Element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => false,
        JsonValueKind.Number => !JsonMarshal.GetRawUtf8Value(spelling.Element).ContainsAny((byte)'.', (byte)'e', (byte)'E'),
        _ => true,
    };
}
