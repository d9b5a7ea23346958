using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Nodes;

/// <summary>Two portals over one PostgreSQL act as one: for whoever is signed in, for whoever is signed out, and when one of the three parts fails.</summary>
[Collection(JourneyTests.Name)]
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    [Trait("clause", "C8")]
    [Trait("clause", "C19")]
    public async Task Whoever_signs_in_on_one_node_is_signed_in_on_the_other_and_the_end_there_is_seen_here_within_two_seconds()
    {
        Assert.SkipUnless(TwoNodes.WhyNot is null, TwoNodes.WhyNot ?? "");
        await using var member = await nodes.Browsers.VisitorAsync(nodes.A);
        await member.SignInFirstAsync(Account(0));
        var onB = await member.Context.NewPageAsync();
        await onB.GotoAsync(new Uri(nodes.B.Address, "records").AbsoluteUri);
        await Assertions.Expect(onB.GetByTestId("held-now")).ToBeVisibleAsync();

        await member.Page.GetByTestId("sign-out").ClickAsync();
        await member.Page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        var since = Stopwatch.StartNew();
        await Assertions.Expect(onB.GetByTestId("held-now")).ToHaveCountAsync(0, new() { Timeout = 10_000 });
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(2), $"It took {since.Elapsed.TotalSeconds:F1} s.");
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task A_node_that_is_cut_off_from_the_database_wipes_and_says_so_within_ten_seconds_and_nobody_is_signed_out()
    {
        Assert.SkipUnless(TwoNodes.WhyNot is null, TwoNodes.WhyNot ?? "");
        await using var member = await nodes.Browsers.VisitorAsync(nodes.B);
        await member.SignInFirstAsync(Account(1));
        nodes.WireOfB.Cut();
        var since = Stopwatch.StartNew();
        try
        {
            await Assertions.Expect(member.Page.GetByTestId("held-now")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"It took {since.Elapsed.TotalSeconds:F1} s.");
            await Assertions.Expect(member.Page.GetByTestId("cut-off")).ToContainTextAsync("You are not signed out");
        }
        finally
        {
            nodes.WireOfB.Mend();
        }
        await AgainAsync(member.Page, nodes.B.Address);
    }

    [Fact]
    public async Task A_restart_of_the_database_signs_nobody_out_and_loses_nothing()
    {
        Assert.SkipUnless(TwoNodes.WhyNot is null, TwoNodes.WhyNot ?? "");
        await using var member = await nodes.Browsers.VisitorAsync(nodes.B);
        await member.SignInFirstAsync(Account(2));
        var before = Rows();
        nodes.Database.Stop();
        nodes.Database.Start();
        await AgainAsync(member.Page, nodes.B.Address);
        Assert.True(Rows() >= before);
        var verified = await nodes.VerifyAsync();
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
        Assert.Contains("PASS", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_member_of_a_node_that_is_killed_goes_on_at_the_other_after_one_reload()
    {
        Assert.SkipUnless(TwoNodes.WhyNot is null, TwoNodes.WhyNot ?? "");
        PortalVisitor? member = null;
        for (var (tries, account) = (0, Account(3)); member is null; tries++)
        {
            // browsers are spread by chance: as many come as it takes
            var visitor = await nodes.Browsers.VisitorAsync(nodes.Front.Address);
            await visitor.Page.GotoAsync("sign-in");
            if (nodes.Front.LastNode() == nodes.A.Address.Port)
                await (member = visitor).SignInFirstAsync(account);
            else
                await visitor.DisposeAsync();
            Assert.InRange(tries, 0, 40);
        }
        nodes.A.Kill();
        await member.Page.GotoAsync("records");
        await Assertions.Expect(member.Page.GetByTestId("held-now")).ToBeVisibleAsync();
        Assert.Equal(nodes.B.Address.Port, nodes.Front.LastNode());
        await member.DisposeAsync();
        await nodes.StartAAgainAsync();
    }

    [Fact]
    [Trait("clause", "C13")]
    public void The_role_of_the_portal_can_neither_change_nor_delete_audit_rows_nor_change_the_schema()
    {
        Assert.SkipUnless(TwoNodes.WhyNot is null, TwoNodes.WhyNot ?? "");
        Assert.Equal("permission denied for table Audit", Refused("UPDATE \"Audit\" SET \"LeafHash\" = ''"));
        Assert.Equal("permission denied for table Audit", Refused("DELETE FROM \"Audit\""));
        Assert.Equal("permission denied for table Audit", Refused("TRUNCATE \"Audit\""));
        Assert.Equal("permission denied for table AuditMentions", Refused("DELETE FROM \"AuditMentions\""));
        Assert.Equal("must be owner of table Audit", Refused("ALTER TABLE \"Audit\" DISABLE TRIGGER ALL"));
        Assert.Equal("permission denied for schema public", Refused("CREATE TABLE more (x int)"));
        var owners = Assert.Throws<InvalidOperationException>(() => nodes.Database.Psql("portal", "-c", "UPDATE \"Audit\" SET \"LeafHash\" = ''"));
        Assert.Contains("audit rows are never changed", owners.Message, StringComparison.Ordinal);
    }

    private PortalAccount Account(int number) => nodes.A.Accounts.Where(account => account.Role == "Member").ElementAt(number);

    private long Rows() => long.Parse(nodes.Database.Psql("portal", "-c", "SELECT COUNT(*) FROM \"Audit\""), CultureInfo.InvariantCulture);

    private string Refused(string sql)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => nodes.Database.Psql("portal", "-c", $"SET ROLE portal_app; {sql}"));
        return refused.Message[(refused.Message.IndexOf("ERROR:", StringComparison.Ordinal) + 6)..].Trim().Split('\n')[0];
    }

    // what is open may have been wiped meanwhile: one look at the address again, without signing in
    private static async Task AgainAsync(IPage page, Uri node)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            await page.GotoAsync(new Uri(node, "records").AbsoluteUri);
            if (page.Url.EndsWith("/records", StringComparison.Ordinal) || since.Elapsed > TimeSpan.FromSeconds(20))
                break;
        }
        await Assertions.Expect(page.GetByTestId("held-now")).ToBeVisibleAsync();
    }
}
