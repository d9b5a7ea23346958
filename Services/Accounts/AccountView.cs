using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Accounts;

/// <summary>An account as the rest of the portal needs it: opaque references only.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Roles">The roles it holds.</param>
/// <param name="OwnRecord">Its own record, when it is a member's.</param>
/// <param name="HasPersonalPassword">False while the password is the assigned one.</param>
public sealed record AccountView(string Id, string UserName, IReadOnlySet<Role> Roles, PatientId? OwnRecord, bool HasPersonalPassword)
{
    public override string ToString() => nameof(AccountView);
}
