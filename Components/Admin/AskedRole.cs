using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Admin;

/// <summary>A role as an administrator typed it; no owner means the administrator.</summary>
public sealed record AskedRole(string UserName, Role Role, string? Owner, DateOnly Last, RoleReason Reason)
{
    public override string ToString() => nameof(AskedRole);
}
