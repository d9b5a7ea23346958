using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>What the member asked to be kept closed: to everybody, to one role, or to one account. It never binds the member (C13).</summary>
/// <param name="Id">The restriction's own id.</param>
/// <param name="Subject">The member who asked.</param>
/// <param name="Account">Whom it binds; null binds every account.</param>
/// <param name="Role">Which role it binds; null binds every role.</param>
/// <param name="Categories">What is closed.</param>
/// <param name="From">Its first moment.</param>
public sealed record Restriction(string Id, PatientId Subject, string? Account, Role? Role, Categories Categories, DateTimeOffset From)
{
    /// <summary>The sensitive labels that are closed as well, in whatever category they stand; they bind every role.</summary>
    public Sensitivity Labels { get; init; }

    public override string ToString() => nameof(Restriction);
}
