using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.App.Auth;

/// <summary>Where someone who is not signed in is sent, with the page to come back to.</summary>
internal static class SignInAddress
{
    internal static string For(PathString wanted) =>
        PortalUrls.WithThen(PortalUrls.SignIn, wanted.Value);
}
