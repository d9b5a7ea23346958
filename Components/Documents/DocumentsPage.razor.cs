using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Documents;

/// <summary>The documents of a record, each opened over the live connection: decided, audited, sent, overwritten. Nothing of it is kept (C11, C12, C13).</summary>
[Enforces(Clauses.NotStored, Clauses.OnlyWhileViewing)]
public sealed partial class DocumentsPage
{
    private Held<IReadOnlyList<Document>> documents = null!;
    private ElementReference view;
    private string? open;
    private bool busy;
    private string says = "";

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OpenSections() => (documents, open) = (Open(Sections.Documents), null);

    private Task ShowAsync(Document document) => TakeAsync(document, async content =>
    {
        open = document.Id;
        StateHasChanged();
        using var stream = new DotNetStreamReference(content.Read());
        await Js.InvokeVoidAsync("showPortalDocument", view, stream, content.Form.ContentType());
        return T("The document is open above the list.");
    });

    private Task SaveAsync(Document document) => TakeAsync(document, async content =>
    {
        using var stream = new DotNetStreamReference(content.Read());
        await Js.InvokeVoidAsync("savePortalFile", content.Form.FileName(), stream, content.Form.ContentType());
        return T("The document was sent to this device. There it is not protected by us any more.");
    });

    private async Task TakeAsync(Document document, Func<DocumentContent, Task<string>> send)
    {
        (busy, says) = (true, T("Working"));
        var asked = Open(Sections.ContentOf(document));
        DocumentContent? content = null;
        try
        {
            while (asked.State == HeldState.Loading)
                await Task.Delay(TimeSpan.FromMilliseconds(20), Clock);
            content = asked.Value;
            says = content is { Length: > 0 } ? await send(content) : T("The document could not be had.");
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            (open, says) = (null, T("The document could not be shown on this device."));
        }
        finally
        {
            content?.Clear();
            Close(asked);
            busy = false;
        }
    }

    private async Task CloseViewAsync()
    {
        (open, says) = (null, T("The document was closed."));
        await Js.InvokeVoidAsync("clearPortalDocument", view);
    }
}
