using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Access;

/// <summary>What the policy must answer, written the slow and obvious way: no tables, no order, every pair of role and need looked at.</summary>
internal static class SlowOracle
{
    private static readonly Role[] Plan = [Role.Support, Role.ClaimsExaminer, Role.CareManager, Role.PrivacyOfficer, Role.Administrator];

    public sealed record Answer(Scope Scope, ItemCondition Condition, Sensitivity Labels, Refusal? Refusal)
    {
        public static Answer No(Refusal why) => new(Scope.None, ItemCondition.None, Sensitivity.None, why);
    }

    public static Answer Decide(PolicyFacts facts, AccessRequest request, DateTimeOffset now)
    {
        var actor = request.Actor;
        if (now >= actor.SessionUntil)
            return Answer.No(Refusal.SessionEnded);
        if (!actor.HasPersonalPassword)
            return Answer.No(Refusal.PasswordNotPersonal);
        if (actor.SecondFactorOwed)
            return Answer.No(Refusal.SecondFactorOwed);
        var me = facts.Accounts.SingleOrDefault(account => account.Account == actor.AccountId);
        var roles = actor.Roles
            .Where(role => me is null || me.Roles.Any(held => held.Role == role && (held.RenewBy is null || held.RenewBy > now)))
            .Where(role => role != Role.Administrator).ToList();

        if (roles.Contains(Role.Member) && request.Purpose == PurposeOfUse.PatientRequest && actor.OwnRecord == request.Subject && request.Need is null)
        {
            var (scope, _) = Cell(facts, Role.Member, request.Purpose, NeedKind.Self, request.Category);
            if (scope != Scope.None)
                return new Answer(scope, ItemCondition.None, (Sensitivity)31, null);
        }

        var answers = new List<Answer>();
        foreach (var role in roles)
        {
            foreach (var need in facts.Needs.Where(need => need.Account == actor.AccountId && need.Subject == request.Subject && need.Kind != NeedKind.Self
                && (request.Need is null || request.Need == need.Id)))
                answers.Add(ByNeed(facts, request, now, me, role, need));
        }
        var yes = answers.Where(answer => answer.Refusal is null).ToList();
        if (yes.Count > 0)
        {
            var widest = yes.Max(answer => answer.Scope);
            var condition = yes.Where(answer => answer.Scope == widest).Min(answer => answer.Condition);
            return new Answer(widest, condition, request.Labels, null);
        }
        foreach (var nearest in new[] { Refusal.SensitiveNotNamed, Refusal.NotPermittedByMember, Refusal.ClosedByMember, Refusal.TooClose, Refusal.NoLiveNeed })
        {
            if (answers.Any(answer => answer.Refusal == nearest))
                return Answer.No(nearest);
        }
        var couldEver = roles.Any(role => Enum.GetValues<NeedKind>().Any(kind => Cell(facts, role, request.Purpose, kind, request.Category).Scope != Scope.None));
        return Answer.No(couldEver ? Refusal.NoLiveNeed : Refusal.NotYourRole);
    }

    private static Answer ByNeed(PolicyFacts facts, AccessRequest request, DateTimeOffset now, AccountFacts? me, Role role, Need need)
    {
        var (scope, condition) = Cell(facts, role, request.Purpose, need.Kind, request.Category);
        if (scope == Scope.None)
            return Answer.No(Refusal.NotYourRole);
        if (!Live(need, request, now))
            return Answer.No(Refusal.NoLiveNeed);
        var emergency = need.Kind == NeedKind.Emergency;
        if (emergency != (request.Purpose == PurposeOfUse.EmergencyTreatment))
            return Answer.No(Refusal.NoLiveNeed);
        if (emergency && now >= need.From.AddMinutes(15))
            return Answer.No(Refusal.NoLiveNeed);
        if (role is not (Role.Member or Role.Representative))
        {
            var own = request.Actor.OwnRecord == request.Subject || me?.OwnRecord == request.Subject;
            var relative = me?.Relatives.Contains(request.Subject) ?? false;
            var colleague = facts.Accounts.Any(other => other.OwnRecord == request.Subject && other.Roles.Any(held => Plan.Contains(held.Role)));
            if (own || relative || (colleague && Plan.Contains(role)))
                return Answer.No(Refusal.TooClose);
        }
        var closed = facts.Restrictions.Any(restriction => restriction.Subject == request.Subject && restriction.From <= now
            && Names(restriction.Categories, request.Category)
            && (restriction.Role is null || restriction.Role == role)
            && (restriction.Account is null || restriction.Account == request.Actor.AccountId));
        if (closed && !emergency)
            return Answer.No(Refusal.ClosedByMember);
        if (condition.HasFlag(ItemCondition.MemberPermits) && !facts.Needs.Any(permission => permission.Kind == NeedKind.MemberPermission
            && permission.Account == request.Actor.AccountId && permission.Subject == request.Subject && Live(permission, request, now)))
            return Answer.No(Refusal.NotPermittedByMember);
        foreach (var label in new[] { 1, 2, 4, 8, 16 })
        {
            if (((int)request.Labels & label) != 0 && ((int)need.Sensitivity & label) == 0)
                return Answer.No(Refusal.SensitiveNotNamed);
        }
        return new Answer(scope, condition, request.Labels, null);
    }

    private static bool Live(Need need, AccessRequest request, DateTimeOffset now) =>
        need.Purpose == request.Purpose && Names(need.Categories, request.Category) && now >= need.From && now < need.Until;

    private static bool Names(Categories set, Category category) => set.ToString() == "All" || set.ToString().Split(", ").Contains(category.ToString());

    private static (Scope Scope, ItemCondition Condition) Cell(PolicyFacts facts, Role role, PurposeOfUse purpose, NeedKind kind, Category category)
    {
        if (kind == NeedKind.MemberPermission)
            return default;
        var cells = facts.Rules.Where(rule => (rule.Role, rule.Purpose, rule.Need, rule.Category) == (role, purpose, kind, category)).ToList();
        return cells.Count == 0 ? default : (cells.Min(rule => rule.Scope), cells.Aggregate(ItemCondition.None, (all, rule) => all | rule.Condition));
    }
}
