using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Accounts;

/// <summary>Makes an account with its roles and a first, assigned password that nobody chose (C3).</summary>
[Enforces(Clauses.AssignedFirst, Clauses.PersonalPassword)]
public sealed partial class CreateAccount(IDbContextFactory<PortalDb> store, AssignPassword assign, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The account's first password, or why there is no account. Nothing is written when it is refused.</summary>
    /// <param name="userName">3 to 64 of a-z, 0-9, hyphen and full stop: a sign-in name says nothing about a person.</param>
    /// <param name="roles">At least one.</param>
    /// <param name="recordReference"><c>Patient/{id}</c> or <c>Practitioner/{id}</c>, when the account has a place in the record system.</param>
    /// <param name="grantedBy">The account that gives the roles, or <c>setup</c>.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    public async Task<(AssignedSecret? Secret, AccountRefusal? Refusal)> RunAsync(
        string userName, IReadOnlyCollection<Role> roles, string? recordReference, string grantedBy, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (!IsSignInName(userName))
            return (null, AccountRefusal.BadUserName);
        if (roles.Count == 0)
            return (null, AccountRefusal.NoRole);
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        if (await db.Users.AnyAsync(user => user.NormalizedUserName == normalized, cancel))
            return (null, AccountRefusal.NameTaken);
        var account = new PortalUser
        {
            UserName = userName,
            NormalizedUserName = normalized,
            RecordReference = recordReference,
            CreatedAt = clock.GetUtcNow(),
        };
        var secret = await assign.ToAsync(account, AssignedFor.Letter, cancel);
        db.Users.Add(account);
        db.RoleGrants.AddRange(roles.Select(role => new RoleGrant { AccountId = account.Id, Role = role, GrantedBy = grantedBy, GrantedAt = clock.GetUtcNow() }));
        await audit.SaveAsync(db, new AuditEntry(AuditAct.AccountCreated, Allowed: true) { Account = account.Id }, cancel);
        return (secret, null);
    }

    /// <summary>Whether this can be a sign-in name.</summary>
    internal static bool IsSignInName(string name) => SignInName().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]{2,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex SignInName();
}
