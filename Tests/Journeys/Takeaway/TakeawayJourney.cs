using System.Text;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Takeaway;

/// <summary>A member takes the own record along: to the own device, written down before, and nothing of it stays with the portal.</summary>
[Collection(JourneyTests.Name)]
[Trait("clause", "C11")]
public sealed class TakeawayJourney(SharedPortal shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_takes_everything_along_and_it_fits_into_another_record_system()
    {
        await using var visitor = await shared.SignedInAsync("member-5");
        var store = new PortalStore(shared.Folder);
        var taken = store.AuditRowsOf("RecordTaken");
        await visitor.Page.Locator(".record-nav a[href='/records/takeaway']").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("takeaway-warning")).ToContainTextAsync("whoever holds them can read them");
        await Assertions.Expect(visitor.Page.GetByTestId("takeaway-bundle")).ToBeDisabledAsync();
        await visitor.Page.GetByTestId("takeaway-understood").CheckAsync();

        using var mine = new PortalFolder();
        var bundle = await TakeAsync(visitor, "takeaway-bundle", mine, "record.json");
        await mine.ImportAsync([Path.Combine(mine.Data, "record.json")], Stop);
        Assert.Contains("ExplanationOfBenefit", bundle, StringComparison.Ordinal);
        Assert.Equal(taken + 1, store.AuditRowsOf("RecordTaken"));

        var table = await TakeAsync(visitor, "takeaway-claims", mine, "claims.csv");
        var rows = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(59, rows.Length);
        Assert.Equal(taken + 2, store.AuditRowsOf("RecordTaken"));

        await visitor.Page.GetByTestId("takeaway-paper").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("paper")).ToContainTextAsync("Hettinger594");
        await Assertions.Expect(visitor.Page.GetByTestId("paper-print")).ToBeVisibleAsync();
        Assert.Equal(taken + 3, store.AuditRowsOf("RecordTaken"));

        await visitor.Page.GotoAsync("account/activity");
        await Assertions.Expect(visitor.Page.GetByTestId("activity")).ToContainTextAsync("You took your record along");
        NothingStays("Hettinger594", rows[1].Split(',')[0]);
    }

    private static async Task<string> TakeAsync(PortalVisitor visitor, string button, PortalFolder mine, string name)
    {
        await Assertions.Expect(visitor.Page.GetByTestId(button)).ToBeEnabledAsync();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByTestId(button).ClickAsync());
        var path = Path.Combine(mine.Data, name);
        await file.SaveAsAsync(path);
        await Assertions.Expect(visitor.Page.GetByTestId("takeaway-status")).ToContainTextAsync("was sent to this device");
        return await File.ReadAllTextAsync(path, Stop);
    }

    private void NothingStays(params string[] marks)
    {
        var files = shared.Folder.PortalFiles.Where(file => new FileInfo(file).Length > 0).ToList(); // sockets and pipes have none
        Assert.NotEmpty(files);
        Assert.All(marks, mark =>
        {
            Assert.DoesNotContain(mark, shared.Portal.Log, StringComparison.Ordinal);
            Assert.DoesNotContain(files, file => Holds(file, mark));
        });
    }

    private static bool Holds(string file, string mark)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;
    }
}
