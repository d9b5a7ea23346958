using Bunit;
using Hl7.Fhir.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Components.Claims;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Tests.Services.Records;
using PrivacyPortal.Tests.Support;
using Claim = PrivacyPortal.Services.Claims.Claim;

namespace PrivacyPortal.Tests.Services.Claims;

/// <summary>Every claim of the sample records: each amount that another reader finds in the file stands on the page of the claim, or is the sum of its lines.</summary>
public sealed class GoldenClaimsTests : BunitContext
{
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["submitted"] = "claim-detail-billed",
        ["discount"] = "claim-discount",
        ["eligible"] = "claim-allowed",
        ["deductible"] = "claim-deductible",
        ["copay"] = "claim-copay",
        ["coinsurance"] = "claim-coinsurance",
        ["noncovered"] = "claim-not-covered",
        ["benefit"] = "claim-detail-plan-paid",
        ["memberliability"] = "claim-detail-owed",
        ["line_sbmtd_chrg_amt"] = "claim-detail-billed",
        ["line_alowd_chrg_amt"] = "claim-allowed",
        ["line_bene_ptb_ddctbl_amt"] = "claim-deductible",
        ["line_coinsrnc_amt"] = "claim-coinsurance",
        ["line_prvdr_pmt_amt"] = "claim-detail-plan-paid",
    };

    public static TheoryData<string> Files => SampleRecord.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public async System.Threading.Tasks.Task The_page_of_a_claim_has_the_files_amounts(string file)
    {
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
        Services.Configure<PlanOptions>(plan => plan.Telephone = "1-800-555-0142");
        var sample = SampleRecord.Of(file);
        var checkedAmounts = 0;
        foreach (var member in sample.Of<ExplanationOfBenefit>().GroupBy(eob => eob.Patient!.Reference!.Split('/')[^1]))
        {
            using var record = sample.As(member.Key);
            var claims = (await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken)).Value!;
            foreach (var eob in member)
                checkedAmounts += Compare(eob, claims.Single(claim => claim.Id == eob.Id));
        }
        Assert.True(checkedAmounts > 0 || !sample.Of<ExplanationOfBenefit>().Any(eob => eob.Total.Count > 0), "No amount was compared.");
    }

    private int Compare(ExplanationOfBenefit eob, Claim claim)
    {
        var page = Render<ClaimAmounts>(parameters => parameters.Add(amounts => amounts.Claim, claim));
        var stated = eob.Total.Where(total => total.Amount is not null).Select(total => (total.Category, Amount: total.Amount!))
            .Concat(eob.Adjudication.Where(one => one.Amount is not null).Select(one => (one.Category, Amount: one.Amount!)))
            .Select(one => (Place: PlaceOf(one.Category), one.Amount)).Where(one => one.Place is not null).ToList();
        var lines = eob.Item.SelectMany(item => item.Adjudication).Where(one => one.Amount?.Value is not null)
            .Select(one => (Place: PlaceOf(one.Category), Amount: one.Amount!)).Where(one => one.Place is not null).ToList();
        var compared = 0;
        foreach (var place in Shown.Values.Distinct())
        {
            var expected = stated.Any(one => one.Place == place) ? stated.First(one => one.Place == place).Amount.Value
                : lines.Any(one => one.Place == place) ? lines.Where(one => one.Place == place).Sum(one => one.Amount.Value!.Value) : null;
            var said = page.Find($"[data-testid={place}]").TextContent.Trim();
            if (expected is { } amount)
            {
                Assert.StartsWith(MoneyWords.Say(new PrivacyPortal.Services.Values.Money(amount, "USD")), said, StringComparison.Ordinal);
                compared++;
            }
            else
            {
                Assert.Equal("not stated", said);
            }
        }
        return compared;
    }

    private static string? PlaceOf(CodeableConcept category) =>
        category.Coding.Select(coding => Shown.GetValueOrDefault(coding.Code?.Split('/')[^1] ?? "")).FirstOrDefault(place => place is not null);
}
