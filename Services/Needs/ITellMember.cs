using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>The border to the notices: how a member hears at once of what opens the record. What is told is saved with the act that it is about (C18).</summary>
public interface ITellMember
{
    /// <summary>Adds the notice for every account of the member to changes that the caller saves.</summary>
    Task EncloseAsync(PortalDb changes, PatientId subject, NoticeKind kind, CancellationToken cancel);
}
