namespace PrivacyPortal.Services.Documents;

/// <summary>The few forms that the portal knows; whatever else the source states is bytes to be saved, and is never given to a browser under the source's name for it.</summary>
public enum DocumentForm
{
    Other,
    Text,
    Pdf,
    Png,
    Jpeg,
}

/// <summary>What a form is called, and what can be done with it.</summary>
public static class DocumentForms
{
    public static DocumentForm Of(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => DocumentForm.Text,
        "application/pdf" => DocumentForm.Pdf,
        "image/png" => DocumentForm.Png,
        "image/jpeg" or "image/jpg" => DocumentForm.Jpeg,
        _ => DocumentForm.Other,
    };

    /// <summary>Shown in the page itself; the others are for the device's own programs.</summary>
    public static bool OpensHere(this DocumentForm form) => form is DocumentForm.Text or DocumentForm.Png or DocumentForm.Jpeg;

    public static string ContentType(this DocumentForm form) => form switch
    {
        DocumentForm.Text => "text/plain;charset=utf-8",
        DocumentForm.Pdf => "application/pdf",
        DocumentForm.Png => "image/png",
        DocumentForm.Jpeg => "image/jpeg",
        _ => "application/octet-stream",
    };

    /// <summary>A name that says nothing of whom or what it is about.</summary>
    public static string FileName(this DocumentForm form) => form switch
    {
        DocumentForm.Text => "document.txt",
        DocumentForm.Pdf => "document.pdf",
        DocumentForm.Png => "document.png",
        DocumentForm.Jpeg => "document.jpg",
        _ => "document.bin",
    };
}
