using Hl7.Fhir.Model;
using PrivacyPortal.RecordSystem.Search;

namespace PrivacyPortal.Tests.RecordSystem;

[Collection(SampleServerTests.Name)]
public sealed class SearchParameterTests(SampleServer samples)
{
    /// <summary>CARIN's, for its include; all others must be of the base standard.</summary>
    private const string Guest = "ExplanationOfBenefit.insurer";

    public static TheoryData<string> Types => [.. SearchParameters.Types];

    [Theory, MemberData(nameof(Types))]
    public void Every_parameter_is_one_of_base_R4_and_of_its_kind(string type)
    {
        var own = SearchParameters.Of(type).Where(parameter => !parameter.Name.StartsWith('_') && $"{type}.{parameter.Name}" != Guest).ToList();
        Assert.NotEmpty(own);
        Assert.All(own.Where(parameter => parameter.Name != "identifier"), parameter =>
        {
            var standard = ModelInfo.SearchParameters.SingleOrDefault(known => known.Resource == type && known.Name == parameter.Name);
            Assert.True(standard is not null, $"{type}.{parameter.Name} is not base R4");
            Assert.Equal(standard.Type.ToString(), parameter.Kind == SearchKind.Text ? "String" : parameter.Kind.ToString());
        });
    }

    [Theory, MemberData(nameof(Types))]
    public async System.Threading.Tasks.Task Every_parameter_is_answered_and_named_in_the_self_link(string type)
    {
        foreach (var parameter in SearchParameters.Of(type))
        {
            var value = parameter.Kind == SearchKind.Date ? "ge2020" : "none-of-these";
            var answer = await samples.Server.GetAsync($"{type}?{parameter.Name}={value}");
            Assert.Contains($"{parameter.Name}={value}", answer.GetProperty("link")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
            if (parameter.Kind != SearchKind.Date) Assert.Equal(0, answer.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public void There_is_no_type_and_no_service_date_for_claims_as_in_base_R4()
    {
        Assert.Null(SearchParameters.Find("ExplanationOfBenefit", "type"));
        Assert.Null(SearchParameters.Find("ExplanationOfBenefit", "service-date"));
    }
}
