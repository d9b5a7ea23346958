using Microsoft.AspNetCore.Http;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records.Transport;

/// <summary>The portal's own access by SMART Backend Services and by certificate, over real connections.</summary>
public sealed class SmartAccessTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_is_asked_for_with_a_signed_statement_and_put_on_each_request(bool rsa)
    {
        await using var system = await SmartRecordSystem.StartAsync(rsa);
        Assert.Null(await system.ClaimsAsync());
        Assert.Null(await system.ClaimsAsync());
        Assert.Equal([("POST /fhir/ExplanationOfBenefit/_search", "Bearer token-1"), ("POST /fhir/ExplanationOfBenefit/_search", "Bearer token-1")], system.Asked);
        Assert.Equal(1, system.TokensAsked);
    }

    [Fact]
    public async Task It_is_renewed_before_its_end_and_by_one_at_a_time()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        await system.ClaimsAsync();
        system.Clock.Advance(TimeSpan.FromSeconds(239));
        await system.ClaimsAsync();
        Assert.Equal(1, system.TokensGiven);
        system.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => system.ClaimsAsync())), Assert.Null);
        Assert.Equal(2, system.TokensGiven);
        Assert.All(system.Asked.Skip(2), asked => Assert.Equal("Bearer token-2", asked.Authorization));
    }

    [Theory]
    [InlineData(120)]
    [InlineData(-120)]
    public async Task Clocks_that_differ_by_two_minutes_are_no_hindrance(int seconds)
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Ahead = TimeSpan.FromSeconds(seconds);
        Assert.Null(await system.ClaimsAsync());
    }

    [Fact]
    public async Task A_renewal_that_fails_is_no_matter_while_the_old_token_lasts()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        await system.ClaimsAsync();
        system.TokenAnswer = Status(500);
        system.Clock.Advance(TimeSpan.FromSeconds(250));
        Assert.Null(await system.ClaimsAsync());
        system.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(RecordProblem.Unreachable, await system.ClaimsAsync());
    }

    [Fact]
    public async Task A_read_that_is_refused_for_its_token_is_asked_once_more_with_a_fresh_one()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        await system.ClaimsAsync();
        system.Clock.Advance(TimeSpan.FromSeconds(30));
        system.Answer = context => context.Request.Headers.Authorization == "Bearer token-1" ? Status(401)(context) : context.Response.WriteAsync(Searchset.Of());
        Assert.Null(await system.ClaimsAsync());
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], system.Asked.Select(asked => asked.Authorization));
    }

    [Fact]
    public async Task A_record_system_that_takes_no_token_is_asked_for_one_more_and_then_no_more()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        await system.ClaimsAsync();
        system.Clock.Advance(TimeSpan.FromSeconds(30));
        system.Answer = Status(401);
        for (var time = 0; time < 5; time++)
            Assert.Equal(RecordProblem.PortalRefused, await system.ClaimsAsync());
        Assert.Equal(2, system.TokensGiven);
        Assert.Equal(1 + 2 + 4, system.Asked.Count);
    }

    [Fact]
    public async Task A_portal_that_gets_no_token_asks_for_no_record()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.TokenAnswer = Status(401);
        Assert.Equal(RecordProblem.PortalRefused, await system.ClaimsAsync());
        Assert.Empty(system.Asked);
    }

    [Fact]
    public async Task A_certificate_of_the_portal_is_shown()
    {
        using var own = SmartRecordSystem.Certificate("CN=the portal");
        await using var system = await SmartRecordSystem.StartAsync(adjust: (at, options) =>
        {
            options.Auth.Smart.ClientId = "";
            options.Auth.Certificate.Path = at.Write("own.pem", own.ExportCertificatePem());
            options.Auth.Certificate.KeyPath = at.Write("own.key", System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(own)!.ExportPkcs8PrivateKeyPem());
        });
        Assert.Null(await system.ClaimsAsync());
        Assert.Equal("CN=the portal", system.ShownCertificate);
        Assert.Null(system.Asked.Single().Authorization);
    }

    [Fact]
    public void Each_mistake_is_one_sentence_that_names_the_setting()
    {
        var auth = new RecordSystemAuth { Bearer = "token", Smart = { ClientId = "portal", Scope = " " } };
        var said = new RecordSystemOptions { BaseUrl = "https://records.example/fhir", Auth = auth }.Problems().ToList();
        Assert.Equal(["Records:Auth:Bearer and", "Records:Auth:Smart:KeyPath", "Records:Auth:Smart:KeyId", "Records:Auth:Smart:Scope"], said.Select(problem => string.Join(' ', problem.Split(' ').Take(problem.Contains(" and ", StringComparison.Ordinal) ? 2 : 1))));
    }

    [Fact]
    public void A_file_that_is_no_key_or_no_certificate_is_said_at_the_start()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "no key");
        var auth = new RecordSystemAuth { Smart = { ClientId = "portal", KeyPath = file, KeyId = "1" }, Certificate = { Path = file } };
        Assert.Equal(["Records:Auth:Smart:KeyPath", "Records:Auth:Certificate"], auth.FileProblems().Select(problem => problem.Split(' ')[0]));
        auth = new RecordSystemAuth { Smart = { ClientId = "portal", KeyPath = file + "-not", KeyId = "1" }, Certificate = { Path = file + "-not" } };
        Assert.Equal(["Records:Auth:Smart:KeyPath", "Records:Auth:Certificate:"], auth.FileProblems().Select(problem => problem.Split(' ')[0]));
        File.Delete(file);
    }

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
