using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.Telegram;

/// <summary>Holds the options of the <c>telegram</c> alerter.</summary>
internal sealed class TelegramAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the token of the bot.</summary>
    public string TelegramBotToken { get; init; } = "";

    /// <summary>Gets the chat, a number or a name, in its own type.</summary>
    public OptionValue? TelegramRoomId { get; init; }

    /// <summary>Gets the host of the interface.</summary>
    /// <value>The default is <c>api.telegram.org</c>.</value>
    public string TelegramApiUrl { get; init; } = "api.telegram.org";

    /// <summary>Gets how Telegram reads the text: <c>markdown</c>, <c>markdownV2</c> or <c>html</c>.</summary>
    /// <value>The default is <c>markdown</c>.</value>
    public string TelegramParseMode { get; init; } = "markdown";

    /// <summary>Gets the thread of the chat, or <see langword="null"/>.</summary>
    public OptionValue? TelegramThreadId { get; init; }

    /// <summary>Gets how Telegram is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static TelegramAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        TelegramBotToken = reader.Text("telegram_bot_token", ""),
        TelegramRoomId = reader.Value("telegram_room_id"),
        TelegramApiUrl = reader.Text("telegram_api_url", "api.telegram.org"),
        TelegramParseMode = reader.Text("telegram_parse_mode", "markdown"),
        TelegramThreadId = reader.Value("telegram_thread_id"),
        Http = AlerterHttpOptions.Read(reader, "telegram_"),
    };
}
