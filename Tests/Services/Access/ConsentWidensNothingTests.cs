using CsCheck;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Tests.Services.Access;

/// <summary>Whether someone stayed under the statement closes pages; it never opens a record: every decision is the same with and without (C20).</summary>
[Trait("clause", "C20")]
public sealed class ConsentWidensNothingTests
{
    [Fact]
    public void Every_decision_is_the_same_with_and_without_consent()
    {
        var (allowed, refused) = (0, 0);
        Case.Any.Sample(world =>
        {
            Actor With(bool owed) => world.Request.Actor with { StatementOwed = owed };
            var (stayed, owes) = ((world with { Request = world.Request with { Actor = With(false) } }).Decide(), (world with { Request = world.Request with { Actor = With(true) } }).Decide());
            Assert.Equal((stayed.Allowed, stayed.Scope, stayed.Condition, stayed.Need, stayed.NeedId, stayed.Rule, stayed.Refusal), (owes.Allowed, owes.Scope, owes.Condition, owes.Need, owes.NeedId, owes.Rule, owes.Refusal));
            if (stayed.Allowed)
                Interlocked.Increment(ref allowed);
            else
                Interlocked.Increment(ref refused);
        }, iter: 20_000);
        Assert.True(allowed > 200 && refused > 200, $"{allowed} allowed, {refused} refused");
    }
}
