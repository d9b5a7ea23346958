using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Admin;

/// <summary>The pages of administration over the real host: open to administrators, to nobody else; and administrators get nothing of a record.</summary>
[Trait("clause", "C13")]
public sealed class AdministrationGateTests
{
    private static readonly string[] Pages = ["/admin/accounts", "/admin/roles", "/admin/rules", "/admin/reviews"];
    private static readonly string[] Records = ["/records", "/records/coverage", "/records/claims", "/records/care", "/records/medications", "/records/results", "/who-looked"];

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Member, false)]
    [InlineData(Role.Support, false)]
    [InlineData(Role.PrivacyOfficer, false)]
    public async Task A_page_of_administration_opens_to_administrators_only(Role role, bool opens)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("someone-1", role, role == Role.Member ? "Patient/p1" : null);
        foreach (var page in Pages)
        {
            var answer = await browser.GetAsync(page);
            Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(!opens, html.Contains("This page is not for your account", StringComparison.Ordinal));
            Assert.Equal(opens, html.Contains("_framework/blazor.web", StringComparison.Ordinal)); // a refusal starts no circuit
        }
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_comes_back_to_the_page()
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        foreach (var page in Pages)
            Assert.Equal($"/sign-in?then={Uri.EscapeDataString(page)}", stranger.Target(await stranger.GetAsync(page)));
    }

    [Fact]
    public async Task An_administrator_gets_nothing_of_a_record_at_any_of_its_addresses()
    {
        var records = new ArrangedRecords();
        await using var portal = await PortalHost.StartAsync(services: services => services.AddSingleton<IMemberRecords>(records));
        using var browser = await portal.SignedInAsync("administrator-1", Role.Administrator, null);
        foreach (var page in Records)
            Assert.DoesNotContain("data-record", await browser.ReadAsync(page), StringComparison.Ordinal);
        Assert.Empty(records.Asked);
        Assert.DoesNotContain(await portal.AuditAsync(), line => line.Contains("\"act\":\"RecordRead\"", StringComparison.Ordinal) && line.Contains("\"ok\":true", StringComparison.Ordinal));
    }
}
