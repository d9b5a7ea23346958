using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Tests.Services.Access;

public sealed class DecisionSentenceTests
{
    public static TheoryData<SentenceLanguage> Languages => [.. Enum.GetValues<SentenceLanguage>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_word_of_a_decision_is_known_in_the_language(SentenceLanguage language)
    {
        string[] words = [
            .. Enum.GetValues<Role>().Select(role => AccessWords.Say(role, language)),
            .. Enum.GetValues<Category>().Select(category => AccessWords.Say(category, language)),
            .. Enum.GetValues<PurposeOfUse>().Select(purpose => AccessWords.Say(purpose, language)),
            .. Enum.GetValues<NeedKind>().Select(need => AccessWords.Say(need, language)),
            .. Enum.GetValues<Refusal>().Select(refusal => DecisionSentence.Because(refusal, language))];
        Assert.Equal(words.Length, words.Distinct().Count());
        Assert.DoesNotContain(AccessWords.Say((Role)99, language), words);
    }

    [Fact]
    public void A_sentence_reads_as_one() => Assert.Equal(
        "Opened (claims, a few fields only) to the plan's support desk, for the plan's operations, because an open case about the member is assigned to them.",
        DecisionSentence.Permit(Role.Support, NeedKind.AssignedCase, Category.Claims, PurposeOfUse.Operations, Scope.Limited, ItemCondition.None, SentenceLanguage.English));

    [Fact]
    public void A_refusal_names_its_reason_in_both_languages()
    {
        Assert.Equal("Not opened (results), for payment of care: no role of this account may see it for this purpose.",
            DecisionSentence.Refuse(Refusal.NotYourRole, Category.Results, PurposeOfUse.Payment, SentenceLanguage.English));
        Assert.Equal("No se abrió (resultados), para el pago de la atención: ninguna función de esta cuenta puede verlo para este fin.",
            DecisionSentence.Refuse(Refusal.NotYourRole, Category.Results, PurposeOfUse.Payment, SentenceLanguage.Spanish));
    }
}
