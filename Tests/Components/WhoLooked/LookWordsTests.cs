using PrivacyPortal.Components.WhoLooked;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Tests.Components.WhoLooked;

public sealed class LookWordsTests
{
    private static readonly Look Looked = new() { At = DateTimeOffset.UnixEpoch, Own = false, Roles = [], Categories = [], Allowed = true, Entries = [1] };

    [Fact]
    public void Everyone_and_every_reason_has_words()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(string.IsNullOrWhiteSpace(LookWords.Who(Looked with { Roles = [role] }, "Harbor"))));
        Assert.All(Enum.GetValues<Category>(), category => Assert.NotEqual("not stated", LookWords.What(Looked with { Categories = [category] })));
        Assert.All(Enum.GetValues<PurposeOfUse>(), purpose => Assert.NotEqual("not stated", LookWords.Why(Looked with { Purpose = purpose })));
        Assert.All(Enum.GetValues<NeedKind>().Except([NeedKind.Self]), need => Assert.NotEqual("not stated", LookWords.Why(Looked with { Need = need })));
    }

    [Fact]
    public void A_rule_reads_as_its_sentence()
    {
        Assert.Equal("Oneself may read the own record", LookWords.Rule("OneselfMayReadTheOwnRecord"));
        Assert.Equal("not stated", LookWords.Rule(null));
        Assert.Equal(("You", "Someone at Harbor"), (LookWords.Who(Looked with { Own = true }, "Harbor"), LookWords.Who(Looked, "Harbor")));
    }
}
