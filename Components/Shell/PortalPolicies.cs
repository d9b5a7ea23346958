namespace PrivacyPortal.Components.Shell;

/// <summary>Policies that open less than the default one does.</summary>
public static class PortalPolicies
{
    /// <summary>Anyone with a live session, whatever the password: decides only whether the frame shows the way out.</summary>
    public const string SignedIn = "signed-in";
}
