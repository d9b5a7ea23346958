using Microsoft.AspNetCore.Authentication;
using PrivacyPortal.Components.SignIn;
using System.Security.Claims;

namespace PrivacyPortal.App.Auth;

/// <summary>Lets a statically rendered page change the cookie of the response it is part of; in a circuit there is no response, so it refuses.</summary>
internal sealed class BrowserSession(IHttpContextAccessor http) : IBrowserSession
{
    public Task BeginAsync(string accountId, CancellationToken cancel)
    {
        var context = Answering();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId)], PortalClaims.Scheme);
        return context.SignInAsync(PortalClaims.Scheme, new ClaimsPrincipal(identity));
    }

    public void Continue(string sessionKey) => SessionCookieHandler.Append(Answering().Response, sessionKey);

    private HttpContext Answering() => http.HttpContext is { Response.HasStarted: false } context
        ? context : throw new InvalidOperationException("A session begins with an HTTP response that has not started.");
}
