namespace PrivacyPortal.Services.Storage;

/// <summary>Consecutive wrong second factors of one account. A try is counted before it is looked at, so that many at once gain nothing.</summary>
public sealed class SecondFactorTries
{
    public required string AccountId { get; init; }

    /// <summary>Of two tries at once, one is counted and the other refused.</summary>
    public int Failures { get; set; }

    /// <summary>No second factor is looked at before this moment.</summary>
    public DateTimeOffset? NotBefore { get; set; }
}
