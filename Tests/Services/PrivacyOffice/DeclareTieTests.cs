using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.PrivacyOffice;

[Trait("clause", "C13")]
public sealed class DeclareTieTests
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RecordTie.Own)]
    [InlineData(RecordTie.Relative)]
    public async Task A_record_that_is_tied_to_someone_closes_to_them_at_once_and_opens_by_no_new_case(RecordTie tie)
    {
        await using var store = await AccessStore.StartAsync();
        var (pia, sam) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("sam", null, Role.Support));
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        Assert.True(store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Allowed);
        Assert.Null(await store.Get<DeclareTie>().RunAsync(pia, " sam ", Amy, tie, Stop));
        Assert.Equal(Refusal.TooClose, store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Refusal);
        Assert.Equal(NeedRefusal.TooClose, (await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop)).Refusal);
        Assert.Contains("TieDeclared done", await store.AuditAsync());
    }

    [Fact]
    public async Task The_own_record_of_someone_of_the_plan_closes_to_their_colleagues_and_a_relatives_does_not()
    {
        await using var store = await AccessStore.StartAsync();
        var (pia, sam) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("sam", null, Role.Support));
        await store.WithAsync("cleo", null, Role.ClaimsExaminer);
        var bob = PatientId.From("bob")!.Value;
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, bob, "sam", Stop);
        await store.Get<DeclareTie>().RunAsync(pia, "cleo", Amy, RecordTie.Own, Stop);
        await store.Get<DeclareTie>().RunAsync(pia, "cleo", bob, RecordTie.Relative, Stop);
        Assert.Equal(Refusal.TooClose, store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Refusal);
        Assert.True(store.Ask(sam, bob, Category.Coverage, PurposeOfUse.Operations).Allowed);
    }

    [Fact]
    public async Task A_tie_that_may_not_be_declared_changes_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var (pia, ada) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("ada", null, Role.Administrator));
        await store.WithAsync("sam", null, Role.Support);
        var declare = store.Get<DeclareTie>();
        Assert.Null(await declare.RunAsync(pia, "sam", Amy, RecordTie.Relative, Stop));
        var before = await store.EverythingAsync();
        Assert.Equal(TieRefusal.NotYourOffice, await declare.RunAsync(ada, "sam", PatientId.From("bob")!.Value, RecordTie.Own, Stop));
        Assert.Equal(TieRefusal.NotYourOffice, await declare.RunAsync(pia with { HasPersonalPassword = false }, "sam", PatientId.From("bob")!.Value, RecordTie.Own, Stop));
        Assert.Equal(TieRefusal.NoSuchAccount, await declare.RunAsync(pia, "nobody", Amy, RecordTie.Own, Stop));
        Assert.Equal(TieRefusal.NoSuchAccount, await declare.RunAsync(pia, "sam", default, RecordTie.Own, Stop));
        Assert.Equal(TieRefusal.NoSuchAccount, await declare.RunAsync(pia, "sam", Amy, (RecordTie)9, Stop));
        Assert.Equal(TieRefusal.AlreadyThere, await declare.RunAsync(pia, "sam", Amy, RecordTie.Own, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal(6, (await store.AuditAsync()).Count(line => line.StartsWith("TieDeclared", StringComparison.Ordinal) && !line.EndsWith("done", StringComparison.Ordinal)));
    }
}
