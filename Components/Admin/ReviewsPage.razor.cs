using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Roles to be looked at again: those that lapse soon, those that lapsed, and those that were given without a last day.</summary>
public sealed partial class ReviewsPage
{
    private IReadOnlyList<RoleHolding> due = [];

    [Inject]
    private RoleBook Book { get; set; } = null!;

    [Inject]
    private GrantRole Grant { get; set; } = null!;

    [Inject]
    private RenewRole Renew { get; set; } = null!;

    [Inject]
    private RevokeRole Revoke { get; set; } = null!;

    protected override string Summary => T("{0} to look at.", Words.Count(due.Count, T("role"), T("roles")));

    protected override async Task<bool> ReadAsync(Actor who)
    {
        var book = await Book.ReadAsync(who, CancellationToken.None);
        due = [.. (book?.Holdings ?? []).Where(held => Order(held.Standing) is not null).OrderBy(held => held.RenewBy)];
        return book is not null;
    }

    // what has lapsed is given anew, by the same rules as the first time
    private Task<bool> RenewAsync(RoleHolding held, AskedRole asked)
    {
        var waits = held.Standing == RoleStanding.Lapsed && RoleSets.Privileged.Contains(held.Role);
        var role = AdminWords.Say(held.Role);
        var done = waits ? T("{0} of {1} waits for a second person.", role, held.UserName) : T("{0} of {1} was renewed.", role, held.UserName);
        return DoAsync(RoleHoldingItem.PlaceOf(held), done, async who =>
        {
            var until = DayWords.EndOf(asked.Last, Clock);
            return held.Standing == RoleStanding.Lapsed
                ? RefusalWords.Say((await Grant.RunAsync(who, held.AccountId, held.Role, who.AccountId, until, asked.Reason, CancellationToken.None)).Refusal)
                : RefusalWords.Say(await Renew.RunAsync(who, held.AccountId, held.Role, until, asked.Reason, CancellationToken.None));
        });
    }

    private Task<bool> RevokeAsync(RoleHolding held) =>
        DoAsync(RoleHoldingItem.PlaceOf(held), T("{0} is no longer {1}.", held.UserName, AdminWords.Say(held.Role)),
            async who => RefusalWords.Say(await Revoke.RunAsync(who, held.AccountId, held.Role, CancellationToken.None)));

    private static int? Order(RoleStanding standing) => standing switch
    {
        RoleStanding.Due => 1,
        RoleStanding.Lapsed => 2,
        RoleStanding.NoDay => 3,
        _ => null,
    };

    private static string Heading(RoleStanding standing) => standing switch
    {
        RoleStanding.Due => T("Lapse within {0} days", RoleTerm.LookAgainBefore.Days),
        RoleStanding.Lapsed => T("Lapsed"),
        _ => T("Without a last day"),
    };
}
