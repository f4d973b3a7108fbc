using System.Text.Json;

namespace ElastAlert.Search;

/// <summary>Follows the tokens of an answer and finds its hits: the objects in the array <c>hits</c> of the object <c>hits</c>.</summary>
internal sealed class HitTokens
{
    private const int DepthOfArray = 2;

    private bool _isInObject;
    private bool _isArrayNext;

    /// <summary>Gets whether the last token lies in the array.</summary>
    public bool IsInArray { get; private set; }

    /// <summary>Says what the token means that a reader is at.</summary>
    public HitToken Follow(ref Utf8JsonReader reader)
    {
        if (IsInArray)
            return FollowHits(ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == DepthOfArray - 1:
                _isInObject = reader.ValueTextEquals("hits"u8);
                break;
            case JsonTokenType.PropertyName when reader.CurrentDepth == DepthOfArray:
                _isArrayNext = _isInObject && reader.ValueTextEquals("hits"u8);
                break;
            case JsonTokenType.StartArray when reader.CurrentDepth == DepthOfArray && _isArrayNext:
                (IsInArray, _isArrayNext) = (true, false);
                return HitToken.ArrayStart;
        }

        return HitToken.Other;
    }

    private HitToken FollowHits(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when reader.CurrentDepth == DepthOfArray + 1:
                return HitToken.HitStart;
            case JsonTokenType.EndObject when reader.CurrentDepth == DepthOfArray + 1:
                return HitToken.HitEnd;
            case JsonTokenType.EndArray when reader.CurrentDepth == DepthOfArray:
                IsInArray = false;
                return HitToken.ArrayEnd;
            default:
                return HitToken.Other;
        }
    }
}
