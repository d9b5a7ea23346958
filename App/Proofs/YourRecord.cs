using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.App.Proofs;

/// <summary>Counted by the engine that decides in earnest, for the account whose session this request belongs to.</summary>
internal sealed class YourRecord(IHttpContextAccessor http, WhoCouldLook who) : IYourRecord
{
    public int? PeopleWhoCouldLook() => http.HttpContext?.Features.Get<Actor>() is { IsComplete: true } reader
        ? who.Read(reader)?.Select(could => could.Account).Distinct().Count() : null;
}
