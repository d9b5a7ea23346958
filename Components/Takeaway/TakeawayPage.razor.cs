using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Components.Takeaway;

/// <summary>Takes the own record along: the audit first, then the road of every section, then the live connection. Nothing is kept (C11, C12).</summary>
[Enforces(Clauses.NotStored, Clauses.OnlyWhileViewing)]
public sealed partial class TakeawayPage
{
    private string status = T("Nothing has been taken.");
    private bool understood;
    private bool busy;
    private bool onPaper;
    private Paper? paper;

    [Inject]
    private MemberVisit Viewing { get; set; } = null!;

    [Inject]
    private TakeRecord Take { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OpenSections() =>
        paper = !onPaper ? null : new Paper(Open(Sections.Identity), Open(Sections.Coverage), Open(Sections.Medications), Open(Sections.Allergies), Open(Sections.Conditions), Open(Sections.Claims));

    private Task TakeClaimsAsync() => RunAsync(TakeawayForm.ClaimsTable, async () =>
    {
        var claims = Open(Sections.Claims);
        await ArrivedAsync();
        if (claims is not { State: HeldState.Shown, Value: { } list })
            return T("The claims could not be had. Nothing was taken.");
        var table = ClaimsCsv.Write(list);
        try
        {
            await SendAsync("claims.csv", new MemoryStream(table, writable: false), "text/csv");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(table);
        }
        return Whole(T("The table with {0} was sent to this device.", Shared.Words.Count(list.Count, T("claim"), T("claims"))));
    });

    private Task TakeBundleAsync() => RunAsync(TakeawayForm.FhirBundle, async () =>
    {
        List<Held<IReadOnlyList<RecordCopy>>> parts = [.. Sections.Copies.Select(section => Open(section))];
        await ArrivedAsync();
        using var bundle = TakeawayBundle.Of([.. parts.SelectMany(part => part.Value ?? [])]);
        if (bundle.Entries == 0)
            return T("There is nothing that could be taken.");
        await SendAsync("record.json", bundle.Read(), "application/fhir+json");
        var sent = Whole(T("The bundle with {0} was sent to this device.", Shared.Words.Count(bundle.Entries, T("entry"), T("entries"))));
        return bundle.Missing == 0 ? sent : sent + " " + T("It refers to {0} that are not in it: about somebody else, or not in the record system.", Shared.Words.Count(bundle.Missing, T("entry"), T("entries")));
    });

    private async Task ShowPrintAsync()
    {
        (busy, status) = (true, T("Working"));
        var written = await Take.RunAsync(Viewing.Actor, TakeawayForm.Print, CancellationToken.None);
        (busy, status) = (false, written ? T("The print view is below.") : T("It could not be written down that you take it, so nothing was sent."));
        if (!written)
            return;
        onPaper = true;
        OpenAgain();
    }

    private async Task RunAsync(TakeawayForm form, Func<Task<string>> send)
    {
        (busy, onPaper, status) = (true, false, T("Working"));
        OpenAgain();
        try
        {
            status = await Take.RunAsync(Viewing.Actor, form, CancellationToken.None) ? await send() : T("It could not be written down that you take it, so nothing was sent.");
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            status = T("The file could not be sent to this device.");
        }
        finally
        {
            busy = false;
            OpenAgain();
        }
    }

    private async Task ArrivedAsync()
    {
        while (Opened.Any(section => section.State == HeldState.Loading))
            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock);
    }

    /// <summary>What is missing is said, not left out in silence.</summary>
    private string Whole(string sent) => Opened.Any(section => section.State != HeldState.Shown || !section.Completeness.Whole)
        ? sent + " " + T("It is not complete: a part is closed or could not be had.") : sent;

    private async Task SendAsync(string name, Stream content, string type)
    {
        using var stream = new DotNetStreamReference(content);
        await Js.InvokeVoidAsync("savePortalFile", name, stream, type);
    }
}
