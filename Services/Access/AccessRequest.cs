namespace PrivacyPortal.Services.Access;

/// <summary>One question to the policy: may this actor see this category of this member's record, for this purpose?</summary>
public readonly record struct AccessRequest(Actor Actor, PatientId Subject, Category Category, PurposeOfUse Purpose)
{
    public override string ToString() => nameof(AccessRequest);
}
