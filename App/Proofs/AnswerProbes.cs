using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>Every place of the portal is closed unless it says that it is public, and no closed one answered somebody who was not signed in (C2).</summary>
internal sealed class GateProbe(EndpointDataSource places, IOptions<AuthorizationOptions> authorization, AnswerWatch watch) : IProbe
{
    public ProbeName Name => ProbeName.Gate;

    public string Clause => Clauses.PersonalPassword;

    public Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        var closed = places.Endpoints.Where(place => place.Metadata.GetMetadata<IAllowAnonymous>() is null).ToList();
        var byDefault = authorization.Value.FallbackPolicy is not null;
        var ungated = byDefault ? 0 : closed.Count(place => place.Metadata.GetMetadata<IAuthorizeData>() is null);
        return Task.FromResult(Measured.Kept(byDefault && closed.Count > 0 && watch.Unguarded == 0, closed.Count, ungated, watch.Unguarded));
    }
}

/// <summary>Every answer so far went over TLS 1.2 or 1.3 with a strong suite (C9). Nothing is known before the first, or when another server ends the encryption.</summary>
internal sealed class EncryptionProbe(AnswerWatch watch) : IProbe
{
    public ProbeName Name => ProbeName.Encryption;

    public string Clause => Clauses.AlwaysEncrypted;

    public Task<Measured> MeasureAsync(CancellationToken cancel) =>
        Task.FromResult(watch.Encrypted == 0 ? Measured.Not : Measured.Kept(watch.Weak == 0, watch.Encrypted, watch.Weak));
}

/// <summary>Every answer so far told the browser to load from and speak to nobody else (C15).</summary>
internal sealed class BrowserPolicyProbe(AnswerWatch watch) : IProbe
{
    public ProbeName Name => ProbeName.BrowserPolicy;

    public string Clause => Clauses.NothingSentOutside;

    public Task<Measured> MeasureAsync(CancellationToken cancel) =>
        Task.FromResult(watch.Answers == 0 ? Measured.Not : Measured.Kept(watch.Open == 0, watch.Answers, watch.Open));
}
