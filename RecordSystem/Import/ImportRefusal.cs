namespace PrivacyPortal.RecordSystem.Import;

/// <summary>A reason not to take a file or an entry, in words that name elements and never values.</summary>
internal sealed class ImportRefusal(string reason) : Exception(reason);

/// <summary>A conditional reference found nothing so far; what it means may still come in the same file.</summary>
internal sealed class NotYetThere() : Exception("A conditional reference matches no resource.");
