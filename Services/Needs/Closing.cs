using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>What a member wants closed: parts of the record, sensitive entries wherever they stand, or both; to everyone, to a role, or to one account.</summary>
/// <param name="Categories">The parts.</param>
/// <param name="Labels">The sensitive labels; they are closed to everyone or to one account, not to a role.</param>
/// <param name="Role">The role it binds; null binds every role.</param>
/// <param name="Account">The account it binds; null binds every account.</param>
public sealed record Closing(Categories Categories, Sensitivity Labels = Sensitivity.None, Role? Role = null, string? Account = null)
{
    internal bool MakesSense => (Categories != Categories.None || Labels != Sensitivity.None) && (Categories & ~Categories.All) == 0
        && (Labels & ~SensitiveOnlyWhenNamed.Every) == 0 && (Labels == Sensitivity.None || Role is null);

    public override string ToString() => nameof(Closing);
}
