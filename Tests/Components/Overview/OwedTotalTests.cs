using PrivacyPortal.Components.Overview;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using static PrivacyPortal.Tests.Support.SampleClaims;

namespace PrivacyPortal.Tests.Components.Overview;

public sealed class OwedTotalTests
{
    [Fact]
    public void Only_claims_that_state_it_are_added_up_and_the_others_are_counted()
    {
        var owed = OwedTotal.Of([Claim("a", owed: 10.005m), Claim("b", owed: 5), Claim("c", billed: 100)]);
        Assert.Equal((Dollars(15.005m), 2, 1), (owed.Total, owed.Stating, owed.Silent));
        Assert.Equal("Added up from 2 claims; 1 more does not state it. It may include what you have paid already.", owed.Basis);
    }

    [Fact]
    public void Nothing_stated_is_not_zero()
    {
        var owed = OwedTotal.Of([Claim("a", billed: 100)]);
        Assert.Null(owed.Total);
        Assert.Equal("None of 1 claim states what you owe.", owed.Basis);
    }

    [Fact]
    public void Different_currencies_are_not_added_up()
    {
        var euro = Claim("e") with { Amounts = [new(AmountKind.MemberOwes, new Money(3, "EUR"), null)] };
        Assert.Null(OwedTotal.Of([euro, Claim("d", owed: 4)]).Total);
    }

    [Theory]
    [InlineData("claim", "cancelled", null)]
    [InlineData("preauthorization", "active", null)]
    [InlineData("claim", "active", "replacedby")]
    public void What_is_no_longer_or_never_was_a_debt_does_not_count(string use, string status, string? related)
    {
        var gone = Claim("gone", owed: 900) with { Use = use, Status = status, Related = related is null ? [] : [(related, "x")] };
        Assert.Equal(new OwedTotal(Dollars(4), 1, 0), OwedTotal.Of([gone, Claim("live", owed: 4)]));
    }
}
