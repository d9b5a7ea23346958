using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Storage;

/// <summary>An account. It knows nobody's name: only a sign-in name the plan assigned and an opaque reference into the record system (C11).</summary>
/// <remarks>Identity's e-mail and telephone columns are left out of the model; notices read the address from the record system.</remarks>
[Enforces(Clauses.NotStored)]
public sealed class PortalUser : IdentityUser
{
    /// <summary><c>Patient/{id}</c> or <c>Practitioner/{id}</c> in the record system; null for plan staff.</summary>
    public string? RecordReference { get; set; }

    /// <summary>Whose the password is at this moment.</summary>
    public PasswordState PasswordState { get; set; }

    /// <summary>When an assigned password stops working.</summary>
    public DateTimeOffset? AssignedUntil { get; set; }

    /// <summary>When the password of now was assigned or chosen. Wrong tries and known devices from before it count for nothing.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>When the password was closed, and until a new one is assigned: what waits for the plan to call (C8).</summary>
    public DateTimeOffset? PasswordClosedAt { get; set; }

    /// <summary>The newest version of the statement under which the account stayed: it is not asked about again (C20).</summary>
    public string? StatementVersion { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set while the account may not sign in at all.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
