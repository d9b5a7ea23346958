using System.Text;
using PrivacyPortal.Services.SecondFactors;

namespace PrivacyPortal.Tests.Services.SecondFactors;

/// <summary>The codes are those of RFC 6238's own test vectors (SHA-1, last six of its eight digits), and none is taken twice.</summary>
public sealed class AuthenticatorKeyTests
{
    private static readonly AuthenticatorKey Published = new(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void The_published_codes_are_taken(long seconds, string code) =>
        Assert.Equal(seconds / 30, Published.StepOf(code, lastUsed: 0, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void A_used_step_and_those_before_it_are_refused()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        Assert.Null(Published.StepOf("050471", lastUsed: 1111111111 / 30, at));
        Assert.Null(Published.StepOf("081804", lastUsed: 1111111111 / 30, at));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504711")]
    [InlineData("٠٥٠٤٧١")]
    public void What_is_no_code_is_refused(string typed) => Assert.Null(Published.StepOf(typed, lastUsed: 0, DateTimeOffset.FromUnixTimeSeconds(1111111111)));

    [Fact]
    public void The_address_in_the_picture_names_plan_account_and_key_and_nothing_else() =>
        Assert.Equal(
            "otpauth://totp/Blue%20%26%20Co:member-1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Blue%20%26%20Co&digits=6&period=30",
            Published.Address("Blue & Co", "member-1"));

    [Fact]
    [Trait("clause", "C7")]
    public void It_prints_nothing() => Assert.Equal(nameof(AuthenticatorKey), Published.ToString());
}
