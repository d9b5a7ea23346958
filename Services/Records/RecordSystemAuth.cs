namespace PrivacyPortal.Services.Records;

/// <summary>The portal's own access to the record system.</summary>
public sealed class RecordSystemAuth
{
    /// <summary>The bearer token, sent to the configured address and to no other.</summary>
    public string Bearer { get; set; } = "";
}
