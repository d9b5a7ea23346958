using CsCheck;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Access;

[Trait("clause", "C13")]
[Trait("pace", "thorough")]
public sealed class PolicyPropertyTests
{
    private const int Cases = 100_000;
    private const int Fewer = 20_000;

    [Fact]
    public void Every_decision_equals_that_of_a_slow_and_obvious_oracle()
    {
        var (allowed, refusals) = (0, new System.Collections.Concurrent.ConcurrentDictionary<Refusal, int>());
        Case.Any.Sample(world =>
        {
            var decision = world.Decide();
            var expected = SlowOracle.Decide(world.Facts, world.Request, world.Now);
            Assert.Equal(expected, new SlowOracle.Answer(decision.Scope, decision.Condition, decision.Labels, decision.Refusal));
            if (decision.Allowed)
                Interlocked.Increment(ref allowed);
            else
                refusals.AddOrUpdate(decision.Refusal.Value, 1, (_, seen) => seen + 1);
        }, iter: Cases);
        // a test of a policy in which nothing is ever allowed, or some rule never speaks, would prove nothing
        Assert.InRange(allowed, Cases / 50, Cases);
        Assert.All(Enum.GetValues<Refusal>().Where(refusal => refusal != Refusal.NotAudited), refusal => Assert.InRange(refusals.GetValueOrDefault(refusal), 15, Cases));
    }

    [Fact]
    public void Nothing_is_allowed_without_a_need_that_is_live() => Case.Any.Sample(world =>
    {
        var decision = world.Decide();
        if (!decision.Allowed || decision.Need == NeedKind.Self)
            return;
        var need = Assert.Single(world.Facts.Needs, need => need.Id == decision.NeedId);
        Assert.Equal((world.Request.Actor.AccountId, world.Request.Subject, world.Request.Purpose), (need.Account, need.Subject, need.Purpose));
        Assert.True(need.From <= world.Now && world.Now < need.Until && need.Categories.Holds(world.Request.Category));
        Assert.True(world.Now < decision.Until && decision.Until <= need.Until);
        var bare = world with { Facts = world.Facts with { Needs = [] } };
        Assert.False(bare.Decide().Allowed && bare.Decide().Need != NeedKind.Self);
    }, iter: Fewer);

    [Fact]
    public void A_need_that_was_stated_is_the_only_one_that_answers() => Case.Any.Sample(world =>
    {
        if (world.Request.Need is not { } stated)
            return;
        var decision = world.Decide();
        Assert.True(!decision.Allowed || decision.NeedId == stated);
        var alone = world with { Facts = world.Facts with { Needs = [.. world.Facts.Needs.Where(need => need.Id == stated || need.Kind == NeedKind.MemberPermission)] } };
        Assert.Equal((decision.Allowed, decision.Scope, decision.Condition), (alone.Decide().Allowed, alone.Decide().Scope, alone.Decide().Condition));
    }, iter: Fewer);

    [Fact]
    public void Another_restriction_never_permits_more() => Gen.Select(Case.Any, Case.Any).Sample((world, other) =>
        NotMore(world, world with { Facts = world.Facts with { Restrictions = [.. world.Facts.Restrictions, .. other.Facts.Restrictions] } }), iter: Fewer);

    [Fact]
    public void One_role_less_never_permits_more() => Case.Any.Sample(world =>
    {
        foreach (var role in world.Request.Actor.Roles)
        {
            var less = world.Request.Actor with { Roles = world.Request.Actor.Roles.Where(kept => kept != role).ToHashSet() };
            NotMore(world, world with { Request = world.Request with { Actor = less } });
        }
    }, iter: Fewer);

    [Fact]
    public void One_need_less_and_one_rule_less_never_permit_more() => Gen.Select(Case.Any, Gen.Int[0, 200]).Sample((world, pick) =>
    {
        if (world.Facts.Needs.Count > 0)
            NotMore(world, world with { Facts = world.Facts with { Needs = [.. world.Facts.Needs.Where((_, n) => n != pick % world.Facts.Needs.Count)] } });
        var gone = world.Facts.Rules[pick % world.Facts.Rules.Count];
        NotMore(world, world with { Facts = world.Facts with { Rules = [.. world.Facts.Rules.Where(rule => (rule.Role, rule.Purpose, rule.Need, rule.Category) != (gone.Role, gone.Purpose, gone.Need, gone.Category))] } });
    }, iter: Fewer);

    [Fact]
    public void What_has_expired_is_refused_always() => Case.Any.Sample(world =>
    {
        var end = world.Facts.Needs.Select(need => need.Until).Append(Case.Noon).Max();
        var late = world with { Now = end };
        Assert.True(late.Decide() is { Allowed: false } or { Need: NeedKind.Self });
    }, iter: Fewer);

    [Fact]
    public void The_order_of_rules_needs_restrictions_and_accounts_never_matters() => Gen.Select(Case.Any, Gen.Int).Sample((world, seed) =>
    {
        var random = new Random(seed);
        var shuffled = world.Facts with
        {
            Rules = Shuffled(world.Facts.Rules),
            Needs = Shuffled(world.Facts.Needs),
            Restrictions = Shuffled(world.Facts.Restrictions),
            Accounts = Shuffled(world.Facts.Accounts),
        };
        Assert.Equal(world.Decide(), (world with { Facts = shuffled }).Decide());

        IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> list)
        {
            var copy = list.ToArray();
            random.Shuffle(copy);
            return copy;
        }
    }, iter: Fewer);

    [Fact]
    public void Any_question_has_an_answer() => Gen.Select(Case.Any, Gen.Int, Gen.Int, Gen.Int, Gen.Int[0, 3]).Sample((world, category, purpose, labels, hole) =>
    {
        var actor = world.Request.Actor with { Roles = new HashSet<Role>([(Role)category, .. world.Request.Actor.Roles]) };
        var odd = new AccessRequest(
            hole == 0 ? null! : hole == 1 ? actor with { AccountId = null! } : actor, hole == 2 ? default : world.Request.Subject,
            (Category)category, (PurposeOfUse)purpose, (Sensitivity)labels);
        foreach (var now in new[] { DateTimeOffset.MinValue, world.Now, DateTimeOffset.MaxValue })
        {
            var decision = PolicySnapshot.Compile(world.Facts).Decide(odd, now);
            Assert.NotEqual(decision.Allowed, decision.Refusal is not null);
            Assert.False(decision.Allowed && hole < 3);
            Assert.NotEmpty(DecisionSentence.Of(decision, SentenceLanguage.Spanish));
        }
    }, iter: Fewer);

    private static void NotMore(Case before, Case after)
    {
        var (was, now) = (before.Decide(), after.Decide());
        if (!now.Allowed)
            return;
        Assert.True(was.Allowed);
        Assert.True(now.Scope <= was.Scope);
        Assert.True((now.Labels & ~was.Labels) == 0);
    }
}
