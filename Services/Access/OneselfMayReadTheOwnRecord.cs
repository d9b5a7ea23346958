namespace PrivacyPortal.Services.Access;

/// <summary>C13: a member reads the record that is the account's own, at the member's own request; a need that is always live and never anyone else's. Whoever states another need is answered by that one.</summary>
internal static class OneselfMayReadTheOwnRecord
{
    internal static bool Is(in AccessRequest request, int roles) =>
        (roles & (1 << (int)Role.Member)) != 0 && request.Purpose == PurposeOfUse.PatientRequest && request.Need is null
        && request.Actor.OwnRecord is { } own && own == request.Subject;
}
