using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Services.Records;

namespace PrivacyPortal.Tests.Services.Claims;

public sealed class ClaimDialectsTests
{
    private const string Carin = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication";
    private const string Base = "http://terminology.hl7.org/CodeSystem/adjudication";
    private const string Cms = "https://bluebutton.cms.gov/resources/codesystem/adjudication";
    private const string Variables = "https://bluebutton.cms.gov/resources/variables/";

    [Theory]
    [InlineData(Base, "submitted", AmountKind.Billed)]
    [InlineData(Base, "eligible", AmountKind.Allowed)]
    [InlineData(Base, "deductible", AmountKind.Deductible)]
    [InlineData(Base, "copay", AmountKind.Copay)]
    [InlineData(Base, "benefit", AmountKind.PlanPaid)]
    [InlineData(Carin, "coinsurance", AmountKind.Coinsurance)]
    [InlineData(Carin, "noncovered", AmountKind.NotCovered)]
    [InlineData(Carin, "priorpayerpaid", AmountKind.OtherInsurancePaid)]
    [InlineData(Carin, "paidbypatient", AmountKind.MemberPaid)]
    [InlineData(Carin, "paidtopatient", AmountKind.PaidToMember)]
    [InlineData(Carin, "paidtoprovider", AmountKind.PaidToProvider)]
    [InlineData(Carin, "memberliability", AmountKind.MemberOwes)]
    [InlineData(Carin, "discount", AmountKind.Discount)]
    [InlineData(Carin, "drugcost", AmountKind.DrugCost)]
    [InlineData(Cms, Variables + "line_sbmtd_chrg_amt", AmountKind.Billed)]
    [InlineData(Cms, Variables + "line_alowd_chrg_amt", AmountKind.Allowed)]
    [InlineData(Cms, Variables + "line_bene_ptb_ddctbl_amt", AmountKind.Deductible)]
    [InlineData(Cms, Variables + "line_coinsrnc_amt", AmountKind.Coinsurance)]
    [InlineData(Cms, Variables + "line_prvdr_pmt_amt", AmountKind.PlanPaid)]
    [InlineData(Cms, Variables + "line_prcsg_ind_cd", AmountKind.Other)]
    [InlineData(Carin, "paidbypatientcash", AmountKind.Other)]
    [InlineData("https://plan.example/own-codes", "benefit", AmountKind.Other)]
    public async Task A_category_means_what_its_code_system_says(string system, string code, AmountKind kind)
    {
        var claim = await ReadAsync($$""","total":[{"category":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},"amount":{"value":12.50,"currency":"USD"} }]""");
        var amount = Assert.Single(claim.Amounts);
        Assert.Equal((kind, new Money(12.50m, "USD"), code), (amount.Kind, amount.Amount!.Value, amount.Source!.Code));
    }

    [Fact]
    public async Task Any_coding_of_a_category_counts_and_the_sources_own_exact_one_first()
    {
        var claim = await ReadAsync($$"""
            ,"total":[
            {"category":{"coding":[{"system":"https://plan.example/x","code":"z"},{"system":"{{Base}}","code":"submitted"}]},"amount":{"value":1} },
            {"category":{"coding":[{"system":"{{Carin}}","code":"coinsurance"},{"system":"{{Cms}}","code":"{{Variables}}tot_rx_cst_amt"}]},"amount":{"value":2} }]
            """);
        Assert.Equal([AmountKind.Billed, AmountKind.DrugCost], claim.Amounts.Select(amount => amount.Kind));
    }

    [Fact]
    public async Task Without_a_total_nothing_is_stated()
    {
        var claim = await ReadAsync("");
        Assert.Empty(claim.Amounts);
        Assert.All(Enum.GetValues<AmountKind>(), kind => Assert.Null(ClaimFigures.Of(claim, kind)));
        Assert.Null(ClaimFigures.Owed(claim));
    }

    [Fact]
    public async Task What_the_member_paid_is_not_what_the_member_owes()
    {
        var claim = await ReadAsync($$""","total":[{"category":{"coding":[{"system":"{{Carin}}","code":"paidbypatient"}]},"amount":{"value":40} }]""");
        Assert.Null(ClaimFigures.Owed(claim));
    }

    [Fact]
    public async Task A_category_without_an_amount_keeps_its_reason()
    {
        var claim = await ReadAsync(""","adjudication":[{"category":{"coding":[{"code":"adjustmentreason"}]},"reason":{"coding":[{"code":"45","display":"Over the limit"}]}}]""");
        Assert.Equal(new ClaimAmount(AmountKind.Other, null, new Coded(null, "adjustmentreason", null), new Coded("Over the limit", "45", null)), Assert.Single(claim.Amounts));
    }

    [Fact]
    public async Task The_first_guide_wrote_the_network_as_a_category()
    {
        var claim = await ReadAsync(""","total":[{"category":{"coding":[{"system":"http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBPayerAdjudicationStatus","code":"outofnetwork"}]},"amount":{"value":0}}]""");
        Assert.Equal("outofnetwork", claim.Network!.Code);
    }

    [Fact]
    public async Task The_type_of_claim_is_told_by_the_coding_that_everyone_knows()
    {
        var claim = await ReadAsync(""","type":{"coding":[{"system":"https://bluebutton.cms.gov/resources/variables/nch_clm_type_cd","code":"71"},{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]}""");
        Assert.Equal("professional", claim.Kind!.Code);
    }

    [Fact]
    public async Task A_withheld_diagnosis_is_withheld_and_one_by_reference_is_named()
    {
        var claim = await ReadAsync("""
            ,"contained":[{"resourceType":"Condition","id":"c","code":{"text":"Sprained ankle"}}],"diagnosis":[
            {"diagnosisCodeableConcept":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"masked"}]}},
            {"diagnosisReference":{"reference":"#c"}},{"diagnosisReference":{"reference":"Condition/9","display":"Asthma"}},{"diagnosisReference":{"reference":"Condition/9"}}]
            """);
        Assert.Equal([null, "Sprained ankle", "Asthma"], claim.Diagnoses.Select(diagnosis => diagnosis.Label));
        Assert.True(claim.Diagnoses[0].Masked);
    }

    private static async Task<Claim> ReadAsync(string more)
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Of(Searchset.Claim("one", more: more))));
        var claims = await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
        return Assert.Single(claims.Value!);
    }
}
