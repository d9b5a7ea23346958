using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Access;

/// <summary>One question to the policy: may this actor see this category of this member's record, for this purpose?</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Subject">Whose record.</param>
/// <param name="Category">Which part.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Labels">The sensitive labels to be shown as well; each must be named by the need. A member sees all of the own record unasked.</param>
/// <param name="Need">The id of the need that was stated: only it can answer. Null leaves it to any need for this purpose.</param>
public readonly record struct AccessRequest(Actor Actor, PatientId Subject, Category Category, PurposeOfUse Purpose, Sensitivity Labels = Sensitivity.None, string? Need = null)
{
    public override string ToString() => nameof(AccessRequest);
}
