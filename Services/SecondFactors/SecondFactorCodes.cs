using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Looks at a typed code: six digits of an authenticator or one of the recovery codes. What it takes is used up with the changes that the caller saves.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SecondFactorCodes(AuthenticatorKeys keys, TimeProvider clock)
{
    /// <summary>Which of the two it was; null when it is neither. The caller counts tries.</summary>
    internal async Task<AuditAct?> AcceptAsync(PortalDb db, string accountId, string typed, CancellationToken cancel)
    {
        var digits = typed.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length == 6 && digits.All(char.IsAsciiDigit))
        {
            var factors = await db.SecondFactors.Where(row => row.AccountId == accountId && row.Kind == SecondFactorKind.Authenticator).ToListAsync(cancel);
            foreach (var factor in factors)
            {
                if (keys.Open(factor)?.StepOf(digits, factor.LastStep, clock.GetUtcNow()) is { } step)
                {
                    (factor.LastStep, factor.LastUsedAt) = (step, clock.GetUtcNow());
                    return AuditAct.SecondFactorGiven;
                }
            }
            return null;
        }
        if (await RecoveryCodes.FindAsync(db, accountId, typed, cancel) is not { } code)
            return null;
        db.RecoveryCodes.Remove(code);
        return AuditAct.RecoveryCodeUsed;
    }
}
