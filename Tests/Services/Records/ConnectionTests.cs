using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>The real handler against a real TLS server on loopback.</summary>
[Trait("clause", "C9")]
public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly X509Certificate2 certificate = Certificate("localhost");
    private readonly List<HttpRequest> requests = [];
    private WebApplication server = null!;
    private Func<HttpContext, Task> answer = context => context.Response.WriteAsync(Searchset.Of());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        server = builder.Build();
        server.Run(context =>
        {
            requests.Add(context.Request);
            return answer(context);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task A_self_signed_certificate_is_refused_without_a_pin() => Assert.Equal(RecordProblem.Unreachable, await ProblemAsync(pin: null));

    [Fact]
    public async Task The_pinned_certificate_is_taken() => Assert.Null(await ProblemAsync(PinOf(certificate)));

    [Fact]
    public async Task Any_other_certificate_is_refused_when_one_is_pinned()
    {
        using var other = Certificate("localhost");
        Assert.Equal(RecordProblem.Unreachable, await ProblemAsync(PinOf(other)));
        Assert.Empty(requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        answer = context =>
        {
            context.Response.Redirect(Address + "/elsewhere");
            return Task.CompletedTask;
        };
        Assert.Equal(RecordProblem.Unreadable, await ProblemAsync(PinOf(certificate)));
        Assert.Single(requests);
    }

    [Fact]
    public async Task Cookies_are_not_kept_and_nothing_is_said_of_the_portal_that_was_not_meant()
    {
        var headers = new List<string>();
        answer = context =>
        {
            headers.AddRange(context.Request.Headers.Keys);
            context.Response.Cookies.Append("tracker", "1");
            return context.Response.WriteAsync(Searchset.Of());
        };
        using var record = Record(PinOf(certificate));
        using var activity = new System.Diagnostics.Activity("a page").Start();
        for (var time = 0; time < 2; time++)
            await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
        Assert.Equal(["Accept", "Authorization", "Cache-Control", "Content-Length", "Content-Type", "Host"], headers.Distinct().Order());
    }

    [Fact]
    public async Task Compressed_answers_are_not_asked_for_and_not_read()
    {
        answer = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(new byte[] { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0 }).AsTask();
        };
        Assert.Equal(RecordProblem.Unreadable, await ProblemAsync(PinOf(certificate)));
    }

    [Fact]
    public void Old_TLS_is_not_spoken()
    {
        using var handler = RecordConnection.Handler(pin: null, client: null);
        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
        Assert.Equal((false, false, false, DecompressionMethods.None),
            (handler.AllowAutoRedirect, handler.UseCookies, handler.UseProxy, handler.AutomaticDecompression));
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_is_unreachable()
    {
        answer = async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("{\"resourceType\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
        Assert.Equal(RecordProblem.Unreachable, await ProblemAsync(PinOf(certificate)));
    }

    private string Address => server.Urls.Single();

    private TheirRecord Record(string? pin)
    {
        var options = new RecordSystemOptions { BaseUrl = Address + "/fhir", PinnedCertificateSha256 = pin };
        return new TheirRecord(RecordConnection.Handler(options.Pin(), client: null), adjust: adjusted => adjusted.BaseUrl = options.BaseUrl);
    }

    private async Task<RecordProblem?> ProblemAsync(string? pin)
    {
        using var record = Record(pin);
        return (await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken)).Problem;
    }

    private static string PinOf(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
