namespace PrivacyPortal.Services.Access;

/// <summary>C13: break-glass is for emergency treatment and nothing else is, and it is over after fifteen minutes, whatever its entry says.</summary>
internal static class EmergencyIsBrief
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    internal static Refusal? Check(Need need, in AccessRequest request, DateTimeOffset now)
    {
        var isEmergency = need.Kind == NeedKind.Emergency;
        if (isEmergency != (request.Purpose == PurposeOfUse.EmergencyTreatment))
            return Refusal.NoLiveNeed;
        return isEmergency && now - need.From >= Longest ? Refusal.NoLiveNeed : null;
    }

    /// <summary>When a need is over in truth.</summary>
    internal static DateTimeOffset End(Need need) =>
        need.Kind == NeedKind.Emergency && need.Until - need.From > Longest ? need.From + Longest : need.Until;
}
