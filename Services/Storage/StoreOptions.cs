namespace PrivacyPortal.Services.Storage;

/// <summary>Where the portal store is. From <c>Store:*</c>.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The SQLite file; relative to the data directory.</summary>
    public string File { get; set; } = "portal.db";
}
