namespace PrivacyPortal.Services.Claims;

/// <summary>Until when a decision can be appealed, counted from the day it was made.</summary>
public static class AppealTime
{
    /// <summary>The last day; null when the decision has no whole date, or there is no decision to appeal.</summary>
    public static DateOnly? LastDay(Claim claim, int days)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return MayBe(claim) ? claim.Decided?.Date?.AddDays(days) : null;
    }

    /// <summary>Whether the claim is one that has been decided and stands.</summary>
    public static bool MayBe(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim is { Status: "active" or null, Outcome: not ("queued" or "error") } && !claim.IsReplaced;
    }
}
