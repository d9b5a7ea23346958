using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Measures;

/// <summary>Figures for people who ask for them: how long a member waits, and what an open record costs the server.</summary>
[Collection(JourneyTests.Name)]
public sealed class MeasuresTests(SharedPortal shared, ITestOutputHelper output)
{
    private const int Circuits = 18;

    [Fact(Explicit = true)]
    public async Task From_pressing_sign_in_to_the_first_claim_row()
    {
        var times = new List<double>();
        await using (await shared.SignedInAsync("member-5")) { }
        for (var i = 0; i < 7; i++)
        {
            await using var visitor = await shared.VisitorAsync();
            var page = visitor.Page;
            await page.GotoAsync("sign-in?then=%2Frecords%2Fclaims");
            await page.FillAsync("[name=UserName]", "member-5");
            await page.FillAsync("[name=Password]", PortalVisitor.PersonalPassword);
            var since = Stopwatch.StartNew();
            await page.GetByTestId("sign-in").ClickAsync();
            await page.GetByTestId("claim-row").First.WaitForAsync();
            times.Add(since.Elapsed.TotalMilliseconds);
        }
        var warm = times.Skip(2).Order().ToList();
        output.WriteLine($"Sign in to first claim row, 58 claims, warm, 5 times: median {warm[2]:F0} ms (least {warm[0]:F0}, most {warm[^1]:F0})");
    }

    [Fact(Explicit = true)]
    public async Task Memory_of_an_open_record()
    {
        await using var first = await shared.SignedInAsync("member-5");
        await first.GoToAsync("/records/claims");
        await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var before = Resident();
        for (var i = 0; i < Circuits; i++)
        {
            var page = await first.Context.NewPageAsync();
            await page.GotoAsync("records/claims");
            await page.GetByTestId("claim-row").First.WaitForAsync();
        }
        var peak = Resident();
        await Task.Delay(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        var after = Resident();
        output.WriteLine($"{Circuits} open records of 58 claims: {before / 1024} MB before, {peak / 1024} MB at once after, {after / 1024} MB 15 s later: {(after - before) / Circuits} kB each ({(peak - before) / Circuits} kB at once)");
    }

    private long Resident() => long.Parse(
        File.ReadLines($"/proc/{shared.Portal.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
