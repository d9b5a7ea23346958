using System.Globalization;
using PrivacyPortal.Components.Admin;
using PrivacyPortal.Components.PrivacyOffice;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Tests.Components.Admin;

/// <summary>Sentences that are put together from words - rules, fields, acts - hold no English in Spanish, and no word is missing.</summary>
[Trait("clause", "C24")]
public sealed class RulesInSpanishTests
{
    private const string English = @"\b(the|sees|when|only|from|fields|with|for|everything|nothing)\b";

    public RulesInSpanishTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");

    [Fact]
    public void Every_rule_and_row_reads_in_Spanish()
    {
        Assert.NotEmpty(StarterRules.All);
        Assert.All(StarterRules.All, rule => Assert.DoesNotMatch(English, RuleWords.Say(rule)));
        Assert.All(StarterRules.All.GroupBy(RuleRow.Of), row => Assert.DoesNotMatch(English, RuleWords.Say(row.Key, row)));
        Assert.All(StarterRules.All, rule => Assert.DoesNotMatch(English, RuleWords.Say(new RuleChange(rule with { Scope = Scope.None }, rule))));
    }

    [Fact]
    public void Every_field_that_a_limited_scope_keeps_has_words() =>
        Assert.All(Enum.GetValues<Category>().SelectMany(LimitedFields.Of), field => Assert.NotEqual(field, FieldWords.Say(field)));

    [Fact]
    public void Every_act_of_the_audit_is_said_in_one_way_in_each_language()
    {
        var spanish = Enum.GetValues<AuditAct>().Select(AuditActWords.Say).ToHashSet();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var english = Enum.GetValues<AuditAct>().Select(AuditActWords.Say).ToHashSet();
        Assert.Equal((Enum.GetValues<AuditAct>().Length, english.Count), (spanish.Count, spanish.Count));
        Assert.Empty(spanish.Intersect(english));
        Assert.Contains("Record read", english);
    }
}
