using ElastAlert.Alerters.Http;

namespace ElastAlert.Alerters.ServiceNow;

/// <summary>Holds the options of the <c>servicenow</c> alerter.</summary>
internal sealed class ServiceNowAlerterOptions : IHttpAlerterOptions
{
    /// <summary>Gets the address of the table.</summary>
    public string RestUrl { get; init; } = "";

    /// <summary>Gets the user.</summary>
    public string Username { get; init; } = "";

    /// <summary>Gets the password.</summary>
    public string Password { get; init; } = "";

    /// <summary>Gets the short description.</summary>
    public OptionValue? ShortDescription { get; init; }

    /// <summary>Gets the comments.</summary>
    public OptionValue? Comments { get; init; }

    /// <summary>Gets the group that the incident is given to.</summary>
    public OptionValue? AssignmentGroup { get; init; }

    /// <summary>Gets the category.</summary>
    public OptionValue? Category { get; init; }

    /// <summary>Gets the subcategory.</summary>
    public OptionValue? Subcategory { get; init; }

    /// <summary>Gets the configuration item.</summary>
    public OptionValue? CmdbCi { get; init; }

    /// <summary>Gets the caller.</summary>
    public OptionValue? CallerId { get; init; }

    /// <summary>Gets the impact, from 1 to 3.</summary>
    public OptionValue? Impact { get; init; }

    /// <summary>Gets the urgency, from 1 to 3.</summary>
    public OptionValue? Urgency { get; init; }

    /// <summary>Gets further fields, which win.</summary>
    public OptionMap AdditionalFields { get; init; } = OptionMap.Empty;

    /// <summary>Gets how ServiceNow is reached.</summary>
    public AlerterHttpOptions Http { get; init; } = new();

    /// <summary>Reads the options and finds their problems.</summary>
    public static ServiceNowAlerterOptions Read(AlerterOptionReader reader) => new()
    {
        RestUrl = reader.Url("servicenow_rest_url"),
        Username = reader.Text("username", ""),
        Password = reader.Text("password", ""),
        ShortDescription = reader.Value("short_description"),
        Comments = reader.Value("comments"),
        AssignmentGroup = reader.Value("assignment_group"),
        Category = reader.Value("category"),
        Subcategory = reader.Value("subcategory"),
        CmdbCi = reader.Value("cmdb_ci"),
        CallerId = reader.Value("caller_id"),
        Impact = reader.Value("servicenow_impact"),
        Urgency = reader.Value("servicenow_urgency"),
        AdditionalFields = reader.Map("service_now_additional_fields"),
        Http = AlerterHttpOptions.Read(reader, "servicenow_"),
    };
}
