using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Sessions;

/// <summary>One live session, as its owner sees it.</summary>
/// <param name="Id">For ending it; never shown.</param>
/// <param name="Current">Whether it is the one that asks.</param>
/// <param name="On">The device in words.</param>
/// <param name="StartedAt">When it signed in.</param>
/// <param name="LastUsedAt">To within half a minute.</param>
/// <param name="Viewing">What it has open now.</param>
public sealed record OwnSession(string Id, bool Current, string On, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, IReadOnlyList<Category> Viewing)
{
    public override string ToString() => nameof(OwnSession);
}
