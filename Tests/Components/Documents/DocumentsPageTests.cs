using Bunit;
using PrivacyPortal.Components.Documents;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Documents;

[Trait("clause", "C11")]
public sealed class DocumentsPageTests : PageContext
{
    private static Document Letter(string id = "d1") => new(id, Sensitivity.None) { Title = "A letter", ContentType = "text/plain", Size = 2048, Held = true };

    [Fact]
    public void Each_has_its_title_and_size_and_only_what_a_page_can_show_opens_here()
    {
        Records.Has(Letter(), Letter("d2") with { Title = null, ContentType = "application/pdf", Size = null });
        var page = Render<DocumentsPage>();
        Assert.Contains("2 KB", Texts(page, "document")[0], StringComparison.Ordinal);
        Assert.Contains("size not stated", Texts(page, "document")[1], StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=document-open]"));
        Assert.Equal(2, page.FindAll("[data-testid=document-save]").Count);
    }

    [Fact]
    public void One_that_is_too_large_or_elsewhere_says_so_and_cannot_be_opened()
    {
        Records.Has(Letter() with { Size = Document.MostBytes + 1 }, Letter("d2") with { Held = false });
        var page = Render<DocumentsPage>();
        Assert.Contains("larger than 8 MB", Text(page, "document-too-large"), StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=document-elsewhere]"));
        Assert.Empty(page.FindAll("[data-testid=document-open], [data-testid=document-save]"));
    }

    [Fact, Trait("clause", "C12"), Trait("clause", "C13")]
    public void Each_opening_is_in_the_audit_and_its_bytes_are_overwritten_when_it_was_sent()
    {
        byte[] bytes = [1, 2, 3];
        Records.Has(Letter());
        Records.Is(new DocumentContent("d1", Sensitivity.None) { Bytes = bytes, Form = DocumentForm.Text });
        var page = Render<DocumentsPage>();
        var before = Audit.Entries.Count(entry => entry.Category == Category.Documents);
        page.Find("[data-testid=document-open]").Click();
        page.WaitForAssertion(() => Assert.Equal("The document is open above the list.", Text(page, "document-says")));
        Assert.Equal(before + 1, Audit.Entries.Count(entry => entry.Category == Category.Documents));
        Assert.Equal(new byte[3], bytes);
        Assert.Equal(1, Visit.Now.Sections);
        page.Find("[data-testid=document-close]").Click();
        Assert.True(page.Find("[data-testid=document-view]").HasAttribute("hidden"));
    }

    [Fact]
    public void One_that_the_record_system_does_not_give_says_so()
    {
        Records.Has(Letter());
        Records.Fails<DocumentContent>(RecordProblem.Unavailable);
        var page = Render<DocumentsPage>();
        page.Find("[data-testid=document-save]").Click();
        page.WaitForAssertion(() => Assert.Equal("The document could not be had.", Text(page, "document-says")));
    }
}
