namespace PrivacyPortal.Services.Access;

/// <summary>C13: a member reads the record that is the account's own, at the member's own request; a need that is always live and never anyone else's.</summary>
internal static class OneselfMayReadTheOwnRecord
{
    internal static Refusal? Check(in AccessRequest request)
    {
        if (!request.Actor.Roles.Contains(Role.Member) || request.Purpose != PurposeOfUse.PatientRequest)
            return Refusal.NotYourRole;
        return request.Actor.OwnRecord == request.Subject ? null : Refusal.NoLiveNeed;
    }
}
