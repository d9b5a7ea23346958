namespace PrivacyPortal.Journeys.Faults;

/// <summary>The search answers of <see cref="FailingRecordSystem"/>: one claim of the member, or of someone else, or with more behind a link to another host.</summary>
internal static class FaultyBundle
{
    internal static string For(bool claims, RecordFault fault, Uri? elsewhere)
    {
        if (!claims)
            return """{ "resourceType": "Bundle", "type": "searchset", "total": 0 }""";
        var next = fault == RecordFault.NextLinkElsewhere ? $$""", "link": [{ "relation": "next", "url": "{{elsewhere}}?page=2" }]""" : "";
        var total = fault == RecordFault.NextLinkElsewhere ? 2 : 1;
        var claim = fault == RecordFault.AnotherMember ? Claim("someone-else", FailingRecordSystem.OthersWord) : Claim(FailingRecordSystem.Member, FailingRecordSystem.OwnWord);
        return $$"""{ "resourceType": "Bundle", "type": "searchset", "total": {{total}}, "entry": [{ "resource": {{claim}}, "search": { "mode": "match" } }]{{next}} }""";
    }

    private static string Claim(string patient, string provider) => $$"""
        { "resourceType": "ExplanationOfBenefit", "id": "{{patient}}-1", "status": "active", "use": "claim", "outcome": "complete", "created": "2025-03-04",
          "type": { "text": "Professional" }, "patient": { "reference": "Patient/{{patient}}" }, "billablePeriod": { "start": "2025-03-01", "end": "2025-03-01" },
          "insurer": { "display": "Plan" }, "provider": { "display": "{{provider}}" }, "insurance": [{ "focal": true, "coverage": { "display": "none" } }] }
        """;
}
