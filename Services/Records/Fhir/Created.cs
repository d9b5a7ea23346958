using System.Net;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What came of creating a resource: the status that was answered, if any, the type and id of what was made, if they were said, and what went wrong.</summary>
internal readonly record struct Created(HttpStatusCode? Status, string? Reference, RecordProblem? Problem)
{
    public override string ToString() => nameof(Created);
}
