using System.Text.Json;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>ExplanationOfBenefit as <see cref="Claim"/>. A missing <c>total</c> stays missing; nothing is added up or corrected here.</summary>
internal static class ClaimReading
{
    private const string ClaimType = "http://terminology.hl7.org/CodeSystem/claim-type";

    public static Claim Read(Entry entry)
    {
        var eob = entry.Resource;
        var payment = eob.Object("payment"u8);
        var adjudications = new Adjudications();
        adjudications.Take(eob, "total"u8);
        adjudications.Take(eob, "adjudication"u8);
        var lines = ClaimLineReading.All(eob);
        return new Claim(entry.Id, entry.Labels)
        {
            Owners = entry.OwnersOf(eob.Items("careTeam"u8).Select(one => one.Object("provider"u8)).Prepend(eob.Object("provider"u8))),
            Number = NumberOf(eob),
            Status = eob.Text("status"u8),
            Use = eob.Text("use"u8),
            Outcome = eob.Text("outcome"u8),
            PaymentStatus = Concepts.Read(payment.Object("type"u8)),
            PaymentAmount = Amounts.Money(payment.Object("amount"u8)),
            PaymentDate = payment.Date("date"u8),
            Disposition = eob.Text("disposition"u8),
            Kind = Concepts.Read(eob.Object("type"u8), prefer: ClaimType),
            SubKind = Concepts.Read(eob.Object("subType"u8)),
            Serviced = ServicedOf(eob, lines),
            Decided = eob.Date("created"u8),
            Provider = entry.NameOf(eob.Object("provider"u8)),
            Payer = entry.NameOf(eob.Object("insurer"u8)),
            Network = adjudications.Network,
            ProviderNetwork = adjudications.ProviderNetwork,
            Amounts = adjudications.Amounts,
            VisitIds = [.. eob.Items("item"u8).SelectMany(item => item.Items("encounter"u8)).Select(entry.VisitOf).OfType<string>().Distinct()],
            Lines = lines,
            Diagnoses = DiagnosesOf(entry),
            Related = RelatedOf(eob),
            Notes = NotesOf(eob),
            Balances = BenefitBalances.All(eob),
            Supporting = SupportingReading.All(entry),
        };
    }

    private static string? NumberOf(JsonElement eob)
    {
        foreach (var identifier in eob.Items("identifier"u8))
        {
            if (Concepts.Has(identifier.Object("type"u8), "uc"u8) && identifier.Text("value"u8) is { } unique)
                return unique;
        }
        return eob.First("identifier"u8).Text("value"u8);
    }

    /// <summary>From the first to the last day that a line states; the billable period, which may span a year, only where no line does.</summary>
    private static TimeRange ServicedOf(JsonElement eob, IReadOnlyList<ClaimLine> lines)
    {
        PartialDate? start = null, end = null;
        var anyEnd = false;
        foreach (var line in lines)
        {
            if (line.Serviced.Start is { } starts && (start is not { } earliest || starts < earliest))
                start = starts;
            if ((line.Serviced.End ?? line.Serviced.Start) is { } ends && (end is not { } latest || ends > latest))
                end = ends;
            anyEnd |= line.Serviced.End is not null;
        }
        return start is null && !anyEnd ? Dates.Period(eob.Object("billablePeriod"u8)) : new TimeRange(start, anyEnd ? end : null);
    }

    private static List<Coded> DiagnosesOf(Entry entry)
    {
        var diagnoses = new List<Coded>();
        foreach (var diagnosis in entry.Resource.Items("diagnosis"u8))
        {
            if ((Concepts.Read(diagnosis.Object("diagnosisCodeableConcept"u8)) ?? entry.CodeOf(diagnosis.Object("diagnosisReference"u8))) is { } coded)
                diagnoses.Add(coded);
        }
        return diagnoses;
    }

    private static List<(string?, string?)> RelatedOf(JsonElement eob)
    {
        var related = new List<(string?, string?)>();
        foreach (var other in eob.Items("related"u8))
        {
            var claim = other.Object("claim"u8);
            related.Add((Concepts.Read(other.Object("relationship"u8))?.Code,
                other.Object("reference"u8).Text("value"u8) ?? claim.Object("identifier"u8).Text("value"u8)
                ?? claim.Text("display"u8) ?? claim.Text("reference"u8)));
        }
        return related;
    }

    private static List<ClaimNote> NotesOf(JsonElement eob)
    {
        var notes = new List<ClaimNote>();
        foreach (var note in eob.Items("processNote"u8))
        {
            if (note.Text("text"u8) is { } text)
                notes.Add(new ClaimNote(note.Whole("number"u8), text));
        }
        return notes;
    }
}
