using System.Net;
using System.Net.Http.Headers;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>Puts the token of the moment on each request. A read that is refused for it is asked once more with a fresh one; a write is not.</summary>
internal sealed class Authorized(AccessToken access) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await access.NowAsync(cancellationToken) is not { } token)
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
            return answer;
        access.Refused(token);
        if (!Asking.IsRead(request) || await access.NowAsync(cancellationToken) is not { } fresh || fresh == token)
            return answer;
        answer.Dispose();
        return await SendAsync(request, fresh, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancel);
    }
}
