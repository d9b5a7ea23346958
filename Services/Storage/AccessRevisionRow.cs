namespace PrivacyPortal.Services.Storage;

/// <summary>Counts the changes of access: one row. Of two acts that were decided on the same count, one is decided again; other nodes see the count move.</summary>
public sealed class AccessRevisionRow
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public long Number { get; set; }
}
