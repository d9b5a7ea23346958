namespace PrivacyPortal.Services.Audit;

/// <summary>What the audit keeps outside the database: its signing key and its signed checkpoints.</summary>
/// <param name="SigningKey">The key's file. From <c>Audit:SigningKey</c>.</param>
/// <param name="Checkpoints">The folder that checkpoints are added to; best on another volume. From <c>Audit:CheckpointDirectory</c>.</param>
/// <param name="Origin">The log's name in every checkpoint. From <c>Audit:Origin</c>.</param>
public sealed record AuditPlaces(string SigningKey, string Checkpoints, string Origin)
{
    public const string DefaultOrigin = "privacy-portal/audit";

    /// <summary>The signer's own memory of what it signed last, beside its key: it knows a shortened log even when every checkpoint is gone.</summary>
    public string LastSigned => SigningKey + ".last-signed";
}
