using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Journeys.Statement;

/// <summary>The statement as a page that can be checked: without a script, without signing in, against what the connection itself says.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C23")]
public sealed class StatementJourneys(SharedPortal shared)
{
    [Fact]
    [Trait("clause", "C10")]
    public async Task A_visitor_without_scripts_reads_a_clause_its_proof_and_checks_the_page()
    {
        await using var visitor = await shared.VisitorAsync();
        await using var plain = await visitor.Page.Context.Browser!.NewContextAsync(new() { BaseURL = shared.Portal.Address.ToString(), IgnoreHTTPSErrors = true, JavaScriptEnabled = false });
        var page = await plain.NewPageAsync();
        await page.GotoAsync("contact");
        await page.GetByTestId("to-check-page").ClickAsync();
        await Expect(page.GetByTestId("check-origin")).ToHaveTextAsync(shared.Portal.Address.GetLeftPart(UriPartial.Authority));
        await Expect(page.GetByTestId("check-tls")).ToContainTextAsync("TLS 1.3");
        var shown = (await page.GetByTestId("check-fingerprint").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        Assert.Equal(await FingerprintAsync(shared.Portal.Address), shown, ignoreCase: true);
        await Expect(page.Locator("#C12 [data-testid=clause-state]")).ToHaveTextAsync("Kept");
        await Expect(page.GetByTestId("clause")).ToHaveCountAsync(24);
        await page.GetByTestId("to-versions").ClickAsync();
        await Expect(page.GetByTestId("version")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("change").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_reads_how_many_may_see_the_own_record_in_either_language()
    {
        await using var member = await shared.SignedInAsync("member-2");
        await member.Page.GotoAsync("privacy");
        await Expect(member.Page.Locator("#C13").GetByTestId("who-could-look")).ToContainTextAsync("could look at your record now");
        await member.Page.GetByTestId("language").ClickAsync();
        await Expect(member.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(member.Page.Locator("#C12 [data-testid=clause-state]")).ToHaveTextAsync("Se cumple");
    }

    // what a client of TLS sees, without the portal's help
    private static async Task<string> FingerprintAsync(Uri address)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        string? seen = null;
#pragma warning disable CA5359 // the certificate is what is asked for
        await using var tls = new SslStream(socket.GetStream(), false, (_, certificate, _, _) =>
        {
            seen = certificate!.GetCertHashString(HashAlgorithmName.SHA256);
            return true;
        });
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync(address.Host);
        return seen!;
    }
}
