namespace PrivacyPortal.Services.Access;

/// <summary>C13: a need opens what it names, for its purpose, from its first moment until it is over, and nothing besides.</summary>
internal static class NeedIsLive
{
    internal static Refusal? Check(Need need, in AccessRequest request, DateTimeOffset now) =>
        need.Purpose == request.Purpose && need.Categories.Holds(request.Category) && need.From <= now && now < need.Until
            ? null : Refusal.NoLiveNeed;

    /// <summary>Whether it is the need that was stated, if one was: another one, however wide, never answers in its place.</summary>
    internal static bool Stated(Need need, in AccessRequest request) => request.Need is null || string.Equals(need.Id, request.Need, StringComparison.Ordinal);
}
