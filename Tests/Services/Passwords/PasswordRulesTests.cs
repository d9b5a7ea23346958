using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Plan;

namespace PrivacyPortal.Tests.Services.Passwords;

/// <summary>NIST SP 800-63B-4 and ASVS 5.0 V6.2 as the portal keeps them: length and lists, nothing else.</summary>
[Trait("clause", "C2")]
public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = new(Options.Create(new PlanOptions { Name = "Harbor Valley Health", LegalName = "Harbor Valley Health Plan, Inc." }), new BreachedPasswords(null));

    [Theory]
    [InlineData("lantern gravel otter mosaic")]
    [InlineData("                 my cat eats blue fish")]
    [InlineData("xkfmqzzplwbvtrd")]
    [InlineData("Zażółć gęślą jaźń dziś")]
    [InlineData("пароль длиннее пятнадцати букв")]
    [InlineData("😀😃😄😁😆😅😂🤣😊😇🙂🙃😉😌😍")]
    public void Any_long_password_that_is_not_guessed_first_is_taken(string password) => Assert.Null(Check(password));

    [Theory]
    [InlineData("", PasswordRefusal.Missing)]
    [InlineData("xkfmqzzplwbvtr", PasswordRefusal.TooShort)]
    [InlineData("😀😃😄😁😆😅😂🤣😊😇🙂🙃😉😌", PasswordRefusal.TooShort)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PasswordRefusal.Repeats)]
    [InlineData("passwordpassword", PasswordRefusal.Common)]
    [InlineData("iloveyouiloveyou", PasswordRefusal.Common)]
    [InlineData("Member-Seven gravel otter", PasswordRefusal.NamesAccountOrPlan)]
    [InlineData("harbor valley gravel otter", PasswordRefusal.NamesAccountOrPlan)]
    public void A_refused_password_gets_the_reason(string password, PasswordRefusal reason) => Assert.Equal(reason, Check(password));

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz", PasswordRefusal.Runs)]
    [InlineData("zxcvbnmasdfghjkl", PasswordRefusal.Runs)]
    public void Runs_along_alphabet_and_keyboard_are_refused(string password, PasswordRefusal reason) => Assert.Contains(Check(password), new PasswordRefusal?[] { reason, PasswordRefusal.Common });

    [Fact]
    public void Between_15_and_256_characters_all_lengths_are_taken_and_none_is_cut()
    {
        var words = string.Concat(Enumerable.Range(0, 300).Select(i => (char)('a' + (i * i * 7 + i * 3 + i / 5) % 26)));
        Assert.Equal(PasswordRefusal.TooShort, Check(words[..14]));
        Assert.Null(Check(words[..15]));
        Assert.Null(Check(words[..256]));
        Assert.Equal(PasswordRefusal.TooLong, Check(words[..257]));
    }

    [Fact]
    public void The_confirmation_must_be_the_same_to_the_letter()
    {
        var judged = Rules.Validate(new NewPassword("lantern gravel otter mosaic", "lantern gravel otter mosaic ", "member-7"));
        Assert.Equal(PasswordRefusal.NotTheSame, Assert.Single(judged.Errors).CustomState);
    }

    [Fact]
    public async Task A_password_is_checked_to_its_last_character_and_in_either_unicode_form()
    {
        using var hashing = new PasswordHashing();
        var password = new string('a', 200) + "é";
        var hash = await hashing.HashAsync(password, default);
        Assert.NotEqual(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed, await hashing.VerifyAsync(hash, new string('a', 200) + "é", default));
        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed, await hashing.VerifyAsync(hash, new string('a', 200) + "e", default));
        Assert.Equal(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, password, default));
    }

    [Fact]
    [Trait("clause", "C7")]
    public void Secrets_do_not_print()
    {
        var secret = AssignedSecret.Generate();
        Assert.Equal(nameof(AssignedSecret), secret.ToString());
        Assert.Equal(nameof(NewPassword), new NewPassword("a", "b", "c").ToString());
        Assert.Matches("^([2-9a-hjkmnp-z]{4}-){6}[2-9a-hjkmnp-z]{4}$", secret.Reveal());
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => AssignedSecret.Generate().Reveal()).Distinct().Count());
    }

    private static PasswordRefusal? Check(string password) => Rules.Check(new NewPassword(password, password, "member-seven"));
}
