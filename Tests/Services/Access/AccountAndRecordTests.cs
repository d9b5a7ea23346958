using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Tests.Services.Access;

[Trait("clause", "C13")]
public sealed class AccountAndRecordTests
{
    [Fact]
    public void Keys_that_differ_in_one_place_or_have_their_parts_swapped_do_not_hash_alike()
    {
        var ids = Enumerable.Range(0, 300).Select(n => $"0000000{n % 10}-5a1c-4b7e-9d20-0000{n:D8}").Concat(Enumerable.Range(0, 300).Select(n => $"p{n}")).ToList();
        var keys = ids.SelectMany((account, at) => (AccountAndRecord[])[new(account, ids[(at * 7 + 1) % ids.Count]), new(ids[(at * 7 + 1) % ids.Count], account), new(account, account)]).Distinct().ToList();
        Assert.True(keys.Count > 1500);
        Assert.True(keys.Count - keys.Select(key => key.GetHashCode()).Distinct().Count() <= 1, "32 bits meet by chance once in two thousand times");
        Assert.All(keys, key => Assert.Equal(key.GetHashCode(), new AccountAndRecord(new string(key.Account), new string(key.Record)).GetHashCode()));
    }
}
