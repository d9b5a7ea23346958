using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Shell;

/// <summary>A link of the frame, and who sees it: those with one of the roles, or everybody who is signed in when none is named.</summary>
public sealed record Place(string Url, Func<string> Text, string Icon, params Role[] Roles)
{
    public override string ToString() => nameof(Place);
}
