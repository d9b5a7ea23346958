namespace PrivacyPortal.Journeys.Support;

/// <summary>One evaluation account, as the portal wrote it to the accounts file.</summary>
internal sealed record PortalAccount(string UserName, string Role, string AssignedPassword, string? Patient, string? Practitioner);
