using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using PrivacyPortal.App.Edge;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.App.Auth;

/// <summary>Lets a statically rendered page change the cookies of the response it is part of; in a circuit there is no response, so it refuses.</summary>
internal sealed class BrowserSession(IHttpContextAccessor http, KnownDevices devices) : IBrowserSession
{
    private const string DeviceCookie = "__Host-device";

    private static readonly CookieOptions Device = new()
    {
        HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromDays(180),
    };

    public SignInOrigin Origin => new(ClientAddress.Of(Context), Context.Request.Cookies[DeviceCookie]);

    private HttpContext Context => http.HttpContext is { Response.HasStarted: false } context
        ? context
        : throw new InvalidOperationException("A session begins and ends with an HTTP response that has not started.");

    public async Task BeginAsync(string accountId, CancellationToken cancel)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, accountId)], PortalClaims.Scheme);
        await Context.SignInAsync(PortalClaims.Scheme, new ClaimsPrincipal(identity));
        if (await devices.RememberAsync(accountId, Origin.DeviceCookie, cancel) is { } cookie)
            Context.Response.Cookies.Append(DeviceCookie, cookie, Device);
    }

    public Task ForgetAsync() => Context.SignOutAsync(PortalClaims.Scheme);

    public void Continue(string sessionKey) => SessionCookieHandler.Append(Context.Response, sessionKey);
}
