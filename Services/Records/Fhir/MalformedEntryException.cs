namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>An entry is not what FHIR says it is. It carries nothing of the entry, and never leaves this folder: the entry is counted as unreadable.</summary>
internal sealed class MalformedEntryException() : Exception("An entry of the record could not be read.");
