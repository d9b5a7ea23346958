using Bunit;
using PrivacyPortal.Components.Passwords;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Passwords;

[Trait("clause", "C4")]
public sealed class PasswordRulesViewTests : PageContext
{
    [Theory]
    [InlineData(0, null, 0, "false,false,false")]
    [InlineData(8, PasswordRefusal.TooShort, 1, "false,false,false")]
    [InlineData(16, PasswordRefusal.Common, 1, "true,false,false")]
    [InlineData(27, null, 4, "true,true,false")]
    public void Each_rule_says_whether_it_is_met_while_one_types(int characters, PasswordRefusal? refusal, int strength, string met)
    {
        var rules = Render<PasswordRulesView>(p => p.Add(v => v.Judged, new PasswordJudgement(characters, refusal, strength)));
        Assert.Equal(met, string.Join(',', rules.FindAll("li").Select(li => li.GetAttribute("data-met"))));
    }

    [Fact]
    public void A_field_can_show_what_is_typed_and_never_draws_it()
    {
        string? typed = null;
        var field = Render<PasswordField>(p => p.Add(f => f.Name, "NewPassword").Add(f => f.Label, "New").Add(f => f.TestId, "new-password").Add(f => f.Autocomplete, "new-password").Add(f => f.Typed, text => typed = text));
        field.Find("input").Input("lantern gravel otter");
        Assert.Equal("lantern gravel otter", typed);
        field.Find("[data-testid=show-new-password]").Click();
        Assert.Equal("text", field.Find("input").GetAttribute("type"));
        Assert.DoesNotContain("lantern", field.Markup, StringComparison.Ordinal);
    }
}
