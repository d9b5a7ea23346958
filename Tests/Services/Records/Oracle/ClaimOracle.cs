#nullable disable warnings // every element of Firely is nullable; a null where a sample has a value fails the test as it should
using Hl7.Fhir.Model;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using Money = PrivacyPortal.Services.Values.Money;
using ReadClaim = PrivacyPortal.Services.Claims.Claim;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

internal static class ClaimOracle
{
    private static readonly string[] NetworkStatuses = ["benefitpaymentstatus", "billingnetworkstatus", "renderingnetworkstatus"];

    public static void Check(SampleRecord sample, ExplanationOfBenefit eob, ReadClaim claim)
    {
        Assert.Equal((eob.Identifier.FirstOrDefault(i => i.Type?.Coding.Any(c => c.Code == "uc") == true) ?? eob.Identifier.FirstOrDefault())?.Value, claim.Number);
        Assert.Equal(Expected.Code(eob.StatusElement), claim.Status);
        Assert.Equal(Expected.Code(eob.UseElement), claim.Use);
        Assert.Equal(Expected.Code(eob.OutcomeElement), claim.Outcome);
        Assert.Equal(Expected.Concept(eob.Payment?.Type), claim.PaymentStatus);
        Assert.Equal(Expected.Money(eob.Payment?.Amount), claim.PaymentAmount);
        Assert.Equal(PartialDate.Parse(eob.Payment?.Date), claim.PaymentDate);
        Assert.Equal(eob.Disposition, claim.Disposition);
        Assert.Equal(Expected.Concept(eob.Type), claim.Kind);
        Assert.Equal(Expected.Concept(eob.SubType), claim.SubKind);
        Assert.Equal(PartialDate.Parse(eob.Created), claim.Decided);
        Assert.Equal(Expected.NameOf(sample, eob, eob.Provider), claim.Provider);
        Assert.Equal(Expected.NameOf(sample, eob, eob.Insurer), claim.Payer);
        Assert.Equal(NetworkOf(eob.Adjudication), claim.Network);
        Assert.Equal(Serviced(eob), claim.Serviced);
        Assert.Equal(
            [.. eob.Total.Select(t => (Expected.Money(t.Amount), Expected.Concept(t.Category), (Coded?)null)), .. Amounts(eob.Adjudication)],
            claim.Amounts.Select(Stated));
        Assert.Equal(eob.Diagnosis.Select(d => d.Diagnosis).OfType<CodeableConcept>().Select(c => Expected.Concept(c)!), claim.Diagnoses);
        Assert.Equal(eob.ProcessNote.Select(n => (n.Number, n.Text)), claim.Notes.Select(n => (n.Number, n.Text)));
        Assert.Equal(eob.Related.Select(r => (r.Relationship?.Coding[0].Code, r.Reference?.Value ?? r.Claim?.Reference)), claim.Related);
        Assert.Equal(eob.Item.Count, claim.Lines.Count);
        foreach (var (item, line) in eob.Item.Zip(claim.Lines))
            CheckLine(item, line);
        CheckSupporting(sample, eob, claim);
    }

    private static void CheckLine(ExplanationOfBenefit.ItemComponent item, ClaimLine line)
    {
        Assert.Equal(item.Sequence, line.Sequence);
        Assert.Equal(Expected.Concept(item.ProductOrService), line.Service);
        Assert.Equal(Expected.Concepts(item.Modifier), line.Modifiers);
        Assert.Equal(Expected.Quantity(item.Quantity), line.Quantity);
        Assert.Equal(Expected.When(item.Serviced), line.Serviced);
        Assert.Equal(NetworkOf(item.Adjudication), line.Network);
        Assert.Equal(item.NoteNumber.Select(n => n!.Value), line.NoteNumbers);
        Assert.Equal(Amounts(item.Adjudication), line.Amounts.Select(Stated));
    }

    private static void CheckSupporting(SampleRecord sample, ExplanationOfBenefit eob, ReadClaim claim)
    {
        var expected = eob.SupportingInfo.Select(info => (Label: Expected.Concept(info.Category)!, Value: info.Value switch
        {
            FhirString text => text.Value,
            Quantity quantity => Expected.Quantity(quantity),
            ResourceReference reference => Expected.NameOf(sample, eob, reference),
            _ => info.Timing switch
            {
                Date date => date.Value,
                Period { Start: { } start, End: var end } => $"{start}–{end}",
                _ => Expected.Concept(info.Code) is { } code ? code.Text ?? code.Code : null,
            },
        }));
        Assert.Equal(expected.Where(one => one.Value is not null).Select(one => (one.Label, one.Value!)), claim.Supporting);
    }

    private static IEnumerable<(Money?, Coded?, Coded?)> Amounts(IEnumerable<ExplanationOfBenefit.AdjudicationComponent> adjudications) => adjudications
        .Where(a => a.Amount?.Value is not null || !a.Category.Coding.Any(c => NetworkStatuses.Contains(c.Code)))
        .Select(a => (Expected.Money(a.Amount), Expected.Concept(a.Category), Expected.Concept(a.Reason)));

    private static Coded? NetworkOf(IEnumerable<ExplanationOfBenefit.AdjudicationComponent> adjudications) =>
        Expected.Concept(adjudications.FirstOrDefault(a => a.Category.Coding.Any(c => c.Code == "benefitpaymentstatus"))?.Reason);

    private static (Money?, Coded?, Coded?) Stated(ClaimAmount amount) => (amount.Amount, amount.Source, amount.Reason);

    private static TimeRange Serviced(ExplanationOfBenefit eob)
    {
        var lines = eob.Item.Select(item => Expected.When(item.Serviced)).Where(when => !when.IsEmpty).ToList();
        return lines.Count == 0 ? Expected.Period(eob.BillablePeriod)
            : new TimeRange(lines.Min(l => l.Start), lines.Any(l => l.End is not null) ? lines.Max(l => l.End ?? l.Start) : null);
    }
}
