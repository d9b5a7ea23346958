namespace PrivacyPortal.Components.Shell;

/// <summary>Every address of the portal. No member, claim or account ever appears in one (C11).</summary>
public static class PortalUrls
{
    public const string Home = "/";
    public const string Privacy = "/privacy";
    public const string StatementVersions = "/privacy/versions";
    public const string Contact = "/contact";
    public const string Stay = "/stay";
    public const string Concerns = "/concerns";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SetPassword = "/set-password";
    public const string SecondFactor = "/second-factor";
    public const string Security = "/account/security";
    public const string Notices = "/account/notices";
    public const string ForgotPassword = "/forgot-password";
    public const string Compromised = "/compromised";
    public const string Account = "/account";
    public const string ChangePassword = "/account/password";
    public const string Sessions = "/account/sessions";
    public const string Activity = "/account/activity";
    public const string Exit = "/exit";
    public const string Records = "/records";
    public const string Coverage = "/records/coverage";
    public const string Claims = "/records/claims";
    public const string Care = "/records/care";
    public const string Medications = "/records/medications";
    public const string Results = "/records/results";
    public const string Documents = "/records/documents";
    public const string Takeaway = "/records/takeaway";
    public const string Messages = "/messages";
    public const string Requests = "/requests";
    public const string WhoLooked = "/who-looked";
    public const string Desk = "/desk";
    public const string AdminAccounts = "/admin/accounts";
    public const string AdminRoles = "/admin/roles";
    public const string AdminRules = "/admin/rules";
    public const string AdminReviews = "/admin/reviews";
    public const string AdminStatement = "/admin/statement";
    public const string Family = "/family";
    public const string Emergency = "/members/emergency";
    public const string PrivacyOffice = "/privacy-office";
    public const string PrivacyOfficeAudit = "/privacy-office/audit";
    public const string PrivacyOfficeUnusual = "/privacy-office/unusual";
    public const string Members = "/members";
    public const string Cases = "/cases";
    public const string NotFound = "/not-found";
    public const string Fault = "/fault";

    /// <summary>Takes the choice of a language; it has no page of its own.</summary>
    public const string Language = "/language";

    /// <summary>Pages that someone may be sent back to after signing in.</summary>
    private static readonly HashSet<string> Pages =
        [
            Records, Coverage, Claims, Care, Medications, Results, Documents, Takeaway, Messages, Requests, WhoLooked, Members, Cases, Emergency, Family, PrivacyOffice, PrivacyOfficeAudit, PrivacyOfficeUnusual,
            Account, ChangePassword, Sessions, Activity, Security, Notices, Desk, AdminAccounts, AdminRoles, AdminRules, AdminReviews, AdminStatement];

    /// <summary>The other pages: open to everybody, or a step of signing in.</summary>
    private static readonly HashSet<string> Steps = [Home, Privacy, Contact, SignIn, ForgotPassword, Compromised, Exit, SetPassword, SecondFactor];

    /// <summary>Whether an address that came with a request is a page of the portal at all.</summary>
    public static bool IsPage(string? address) => address is not null && (Pages.Contains(address) || Steps.Contains(address));

    /// <summary>Whether an address that came with a request is one of those; anything else is ignored.</summary>
    public static bool IsOwnPage(string? address) => address is not null && Pages.Contains(address);

    /// <summary>A page of signing in, with the page to go on to when that is one of the portal's own.</summary>
    public static string WithThen(string page, string? then) => IsOwnPage(then) ? $"{page}?then={Uri.EscapeDataString(then!)}" : page;
}
