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
        new(PortalUrls.WhoLooked, "Who looked", Icons.Material.Outlined.Visibility, Role.Member),
        new(PortalUrls.Desk, "Desk", Icons.Material.Outlined.SupportAgent, Role.Support),
        new(PortalUrls.Account, "Account", Icons.Material.Outlined.ManageAccounts),
    ];
}
