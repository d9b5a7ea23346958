using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>Whether a session still owes its second factor: it was not given, and the account has one or its roles need one. Only members and representatives may go without.</summary>
internal static class OwedSecondFactor
{
    internal static async Task<bool> OwesSecondFactorAsync(this PortalDb db, SessionRow session, IReadOnlySet<Role> roles, CancellationToken cancel) =>
        session.SecondFactorAt is null && (IsNeededBy(roles) || await db.SecondFactors.AnyAsync(factor => factor.AccountId == session.AccountId, cancel));

    /// <summary>Every role but a member's own side needs one.</summary>
    internal static bool IsNeededBy(IReadOnlySet<Role> roles) => !roles.All(role => role is Role.Member or Role.Representative);
}
