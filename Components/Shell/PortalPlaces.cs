using MudBlazor;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Shell;

/// <summary>Where one can go, in the order of the frame. A new page for a role is a line here; nobody is shown a link that the gate would refuse.</summary>
public static class PortalPlaces
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new(PortalUrls.Records, () => T("Overview"), Icons.Material.Outlined.Home, Role.Member),
        new(PortalUrls.Coverage, () => T("Coverage"), Icons.Material.Outlined.Shield, Role.Member),
        new(PortalUrls.Claims, () => T("Claims"), Icons.Material.Outlined.ReceiptLong, Role.Member),
        new(PortalUrls.Care, () => T("Care"), Icons.Material.Outlined.FavoriteBorder, Role.Member),
        new(PortalUrls.Medications, () => T("Medicines"), Icons.Material.Outlined.Medication, Role.Member),
        new(PortalUrls.Results, () => T("Results"), Icons.Material.Outlined.Science, Role.Member),
        new(PortalUrls.Documents, () => T("Documents"), Icons.Material.Outlined.Description, Role.Member),
        new(PortalUrls.Takeaway, () => T("Take along"), Icons.Material.Outlined.FileDownload, Role.Member),
        new(PortalUrls.Messages, () => T("Messages"), Icons.Material.Outlined.MailOutline, Role.Member),
        new(PortalUrls.WhoLooked, () => T("Who looked"), Icons.Material.Outlined.Visibility, Role.Member),
        new(PortalUrls.Members, () => T("Members"), Icons.Material.Outlined.PersonSearch,
            Role.Provider, Role.ClinicianDesignee, Role.MainOfficeContact, Role.Support, Role.ClaimsExaminer, Role.CareManager, Role.PrivacyOfficer, Role.Representative),
        new(PortalUrls.Cases, () => T("Cases"), Icons.Material.Outlined.WorkOutline, Role.Support, Role.ClaimsExaminer, Role.CareManager),
        new(PortalUrls.Requests, () => T("Requests"), Icons.Material.Outlined.Inbox, Role.Support, Role.ClaimsExaminer, Role.PrivacyOfficer),
        new(PortalUrls.Family, () => T("Family"), Icons.Material.Outlined.Group, Role.Member, Role.Representative, Role.ClinicianDesignee),
        new(PortalUrls.PrivacyOffice, () => T("Privacy office"), Icons.Material.Outlined.Policy, Role.PrivacyOfficer),
        new(PortalUrls.AdminAccounts, () => T("All accounts"), Icons.Material.Outlined.Groups, Role.Administrator),
        new(PortalUrls.AdminRoles, () => T("Roles"), Icons.Material.Outlined.Badge, Role.Administrator),
        new(PortalUrls.AdminRules, () => T("Rules"), Icons.Material.Outlined.Rule, Role.Administrator),
        new(PortalUrls.AdminReviews, () => T("Reviews"), Icons.Material.Outlined.EventRepeat, Role.Administrator),
        new(PortalUrls.AdminStatement, () => T("Live statement"), Icons.Material.Outlined.FactCheck, Role.Administrator),
        new(PortalUrls.Desk, () => T("Desk"), Icons.Material.Outlined.SupportAgent, Role.Support),
        new(PortalUrls.Account, () => T("Account"), Icons.Material.Outlined.ManageAccounts),
    ];
}
