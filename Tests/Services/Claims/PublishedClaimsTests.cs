using System.Globalization;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Tests.Services.Records;

namespace PrivacyPortal.Tests.Services.Claims;

/// <summary>What a member reads of the CARIN examples, written out by hand from the published files.</summary>
public sealed class PublishedClaimsTests
{
    [Theory]
    [InlineData("EOBInpatient2", AmountKind.Billed, "7147.20", false)]
    [InlineData("EOBInpatient2", AmountKind.Allowed, "1542.01", false)]
    [InlineData("EOBInpatient2", AmountKind.Deductible, "0", false)]
    [InlineData("EOBInpatient2", AmountKind.Copay, "120", false)]
    [InlineData("EOBInpatient2", AmountKind.NotCovered, "0", false)]
    [InlineData("EOBInpatient2", AmountKind.PlanPaid, "1393.57", false)]
    [InlineData("EOBInpatient2", AmountKind.MemberOwes, "0", false)]
    [InlineData("EOBInpatient2", AmountKind.MemberPaid, null, false)]
    [InlineData("EOBProfessional2", AmountKind.Billed, "820", false)]
    [InlineData("EOBProfessional2", AmountKind.PlanPaid, "258.91", false)]
    [InlineData("EOBOutpatient2", AmountKind.Billed, "84.4", true)]
    [InlineData("EOBOral1", AmountKind.Billed, "410", false)]
    [InlineData("EOBOral1", AmountKind.Discount, "60", false)]
    [InlineData("EOBOral1", AmountKind.PlanPaid, "350", false)]
    [InlineData("EOBOral1", AmountKind.PaidToProvider, "350", false)]
    [InlineData("EOBOral1", AmountKind.MemberOwes, null, false)]
    [InlineData("EOBPharmacy1", AmountKind.Billed, "2650", false)]
    [InlineData("EOBPharmacy1", AmountKind.PaidToProvider, "620", false)]
    [InlineData("EOBPharmacy1", AmountKind.MemberPaid, "0", false)]
    [InlineData("EOBPharmacy1", AmountKind.Allowed, null, false)]
    public async Task A_figure_is_the_published_one(string id, AmountKind kind, string? amount, bool fromLines)
    {
        var figure = ClaimFigures.Of(await ClaimAsync(id), kind);
        Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), figure?.Amount.Amount);
        Assert.Equal(fromLines, figure?.FromLines ?? false);
    }

    [Fact]
    public async Task A_claim_paid_as_out_of_network_says_so_though_its_biller_is_in_network()
    {
        var claim = await ClaimAsync("EOBInpatient2");
        Assert.Equal(("outofnetwork", "innetwork"), (claim.Network!.Code, claim.ProviderNetwork!.Code));
    }

    [Theory]
    [InlineData("EOBInpatient2", "institutional", "inpatient", "UPMC Health Plan")]
    [InlineData("EOBOral1", "oral", null, "INSURANCE COMPANY XYZ")]
    public async Task A_claim_says_what_it_is(string id, string kind, string? subKind, string payer)
    {
        var claim = await ClaimAsync(id);
        Assert.Equal((kind, subKind), (claim.Kind!.Code, claim.SubKind?.Code));
        Assert.Equal(("active", "claim", "complete"), (claim.Status, claim.Use, claim.Outcome));
        Assert.Equal(payer, claim.Payer);
    }

    [Fact]
    public async Task The_newest_decision_comes_first()
    {
        var sample = SampleRecord.Of("carin-bb/carin-bb-2.0.0-dev-transaction.json");
        using var record = sample.As("Patient1");
        var claims = (await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken)).Value!;
        Assert.True(claims.Count > 2);
        Assert.Equal(claims.OrderByDescending(claim => claim.Decided).Select(claim => claim.Id), claims.Select(claim => claim.Id));
    }

    private static async Task<Claim> ClaimAsync(string id)
    {
        var sample = SampleRecord.Of("carin-bb/carin-bb-2.0.0-dev-transaction.json");
        foreach (var member in new[] { "Patient1", "Patient2" })
        {
            using var record = sample.As(member);
            var claims = await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
            if (claims.Value!.FirstOrDefault(claim => claim.Id == id) is { } found)
                return found;
        }
        throw new InvalidOperationException($"The samples hold no {id}.");
    }
}
