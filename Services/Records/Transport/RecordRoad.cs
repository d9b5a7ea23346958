using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>
/// The way out to the record system, made anew for whoever asks and disposed with them, so that no connection's buffer outlives its owner (C12). What all share is
/// the token, the breaker and the client certificate: nothing of anybody.
/// </summary>
internal sealed class RecordRoad : IDisposable
{
    private readonly RecordSystemOptions options;
    private readonly X509Certificate2? certificate;
    private readonly ResiliencePipeline<HttpResponseMessage> again = ReadsAreTriedAgain.Pipeline();
    private readonly Breaker breaker = new();
    private readonly AccessToken? access;

    public RecordRoad(IOptions<RecordSystemOptions> options, RecordSystemState state, TimeProvider clock)
    {
        this.options = options.Value;
        certificate = this.options.Auth.Certificate.Load();
        if (this.options.Auth.Smart.IsSet)
            access = new AccessToken(new TokenEndpoint(this.options, ToToken, state, clock), clock);
    }

    /// <summary>A handler of the caller's own.</summary>
    internal HttpMessageHandler Handler()
    {
        var road = new ResilienceHandler(again) { InnerHandler = breaker.Over(RecordConnection.Handler(options.Pin(), certificate)) };
        return access is null ? road : new Authorized(access) { InnerHandler = road };
    }

    public void Dispose()
    {
        access?.Dispose();
        certificate?.Dispose();
    }

    // the pin is the record system's own; who gives the tokens elsewhere is trusted as any other
    private SocketsHttpHandler ToToken(Uri address)
    {
        var own = new OwnAddress(options.BaseUrl).Base;
        return RecordConnection.Handler(address.Authority == own.Authority ? options.Pin() : null, certificate);
    }
}
