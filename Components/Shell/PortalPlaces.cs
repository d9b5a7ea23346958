using MudBlazor;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Shell;

/// <summary>Where one can go, in the order of the frame. A new page for a role is a line here; nobody is shown a link that the gate would refuse.</summary>
public static class PortalPlaces
{
    public static IReadOnlyList<Place> All { get; } =
    [
        new(PortalUrls.Records, "Overview", Icons.Material.Outlined.Home, Role.Member),
        new(PortalUrls.Coverage, "Coverage", Icons.Material.Outlined.Shield, Role.Member),
        new(PortalUrls.Claims, "Claims", Icons.Material.Outlined.ReceiptLong, Role.Member),
        new(PortalUrls.Care, "Care", Icons.Material.Outlined.FavoriteBorder, Role.Member),
        new(PortalUrls.Medications, "Medicines", Icons.Material.Outlined.Medication, Role.Member),
        new(PortalUrls.Results, "Results", Icons.Material.Outlined.Science, Role.Member),
        new(PortalUrls.Takeaway, "Take along", Icons.Material.Outlined.FileDownload, Role.Member),
        new(PortalUrls.WhoLooked, "Who looked", Icons.Material.Outlined.Visibility, Role.Member),
        new(PortalUrls.Members, "Members", Icons.Material.Outlined.PersonSearch,
            Role.Provider, Role.ClinicianDesignee, Role.MainOfficeContact, Role.Support, Role.ClaimsExaminer, Role.CareManager, Role.PrivacyOfficer, Role.Representative),
        new(PortalUrls.Cases, "Cases", Icons.Material.Outlined.WorkOutline, Role.Support, Role.ClaimsExaminer, Role.CareManager),
        new(PortalUrls.Family, "Family", Icons.Material.Outlined.Group, Role.Member, Role.Representative, Role.ClinicianDesignee),
        new(PortalUrls.PrivacyOffice, "Privacy office", Icons.Material.Outlined.Policy, Role.PrivacyOfficer),
        new(PortalUrls.AdminAccounts, "All accounts", Icons.Material.Outlined.Groups, Role.Administrator),
        new(PortalUrls.AdminRoles, "Roles", Icons.Material.Outlined.Badge, Role.Administrator),
        new(PortalUrls.AdminRules, "Rules", Icons.Material.Outlined.Rule, Role.Administrator),
        new(PortalUrls.AdminReviews, "Reviews", Icons.Material.Outlined.EventRepeat, Role.Administrator),
        new(PortalUrls.Desk, "Desk", Icons.Material.Outlined.SupportAgent, Role.Support),
        new(PortalUrls.Account, "Account", Icons.Material.Outlined.ManageAccounts),
    ];
}
