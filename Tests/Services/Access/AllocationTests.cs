using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Tests.Services.Access;

public sealed class AllocationTests
{
    [Fact]
    public void A_decision_allocates_nothing()
    {
        var amy = PatientId.From("amy")!.Value;
        var noon = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        var need = new Need("n", NeedKind.TreatingPractitioner, "doctor", amy, PurposeOfUse.Treatment, Categories.All, default, noon, noon.AddDays(1), "records", null);
        var snapshot = PolicySnapshot.Compile(PolicyFacts.Starter with { Needs = [need] });
        var doctor = new Actor("doctor", "session", new HashSet<Role> { Role.Provider }, null, HasPersonalPassword: true);
        var yes = new AccessRequest(doctor, amy, Category.Results, PurposeOfUse.Treatment);
        var no = yes with { Category = Category.Messages };
        Assert.True(snapshot.Decide(yes, noon).Allowed);
        Assert.False(snapshot.Decide(no, noon).Allowed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            snapshot.Decide(yes, noon);
            snapshot.Decide(no, noon);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
