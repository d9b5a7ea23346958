using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Shell;

/// <summary>
/// The roles that a page opens to, when it does not open to everybody who is signed in (C13). The gate asks for one of them in the request and in the
/// circuit alike, and again when roles change; what a page shows or does is still decided by the acts behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensToAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}
