using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Sessions;

/// <summary>What the live circuits of a session hold at this moment: names of categories, never what is in them. The host knows the circuits.</summary>
public interface IViewedNow
{
    IReadOnlyList<Category> In(string sessionId);
}
