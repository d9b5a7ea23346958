using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Components.Admin;

/// <summary>Who holds which role: given with a reason and a last day, taken away at once; a privileged one waits for somebody else's word.</summary>
public sealed partial class RolesPage
{
    private RoleBookView? book;

    [Inject]
    private RoleBook Book { get; set; } = null!;

    [Inject]
    private GrantRole Grant { get; set; } = null!;

    [Inject]
    private ApproveRole Approve { get; set; } = null!;

    [Inject]
    private RevokeRole Revoke { get; set; } = null!;

    protected override string Summary => book!.Waiting.Count == 0
        ? T("{0} given at work.", Given)
        : T("{0} given at work, {1} for a second person.", Given, Words.Count(book.Waiting.Count, T("waits"), T("wait")));

    private string Given => Words.Count(book!.Holdings.Count, T("role is"), T("roles are"));

    protected override async Task<bool> ReadAsync(Actor who) => (book = await Book.ReadAsync(who, CancellationToken.None)) is not null;

    private Task<bool> GrantAsync(AskedRole asked)
    {
        var done = RoleSets.Privileged.Contains(asked.Role)
            ? T("{0} for {1} waits for a second person.", AdminWords.Say(asked.Role), asked.UserName)
            : T("{0} is {1} now.", asked.UserName, AdminWords.Say(asked.Role));
        return DoAsync(GrantRoleForm.Place, done, async who =>
        {
            // a name that is nobody's goes to the act as it is: the act refuses it, and the audit has it
            var account = await Book.FindAsync(who, asked.UserName, CancellationToken.None) ?? "";
            var owner = string.IsNullOrWhiteSpace(asked.Owner) ? who.AccountId : await Book.FindAsync(who, asked.Owner, CancellationToken.None) ?? "";
            return RefusalWords.Say((await Grant.RunAsync(who, account, asked.Role, owner, DayWords.EndOf(asked.Last, Clock), asked.Reason, CancellationToken.None)).Refusal);
        });
    }

    private Task<bool> DecideAsync(RoleWaiting waiting, bool approve) =>
        DoAsync(waiting.Proposal, approve ? T("{0} is {1} now.", waiting.UserName, AdminWords.Say(waiting.Role)) : T("The proposal was turned down."),
            async who => RefusalWords.Say(await Approve.RunAsync(who, waiting.Proposal, approve, CancellationToken.None)));

    private Task<bool> RevokeAsync(RoleHolding held) =>
        DoAsync(RoleHoldingItem.PlaceOf(held), T("{0} is no longer {1}.", held.UserName, AdminWords.Say(held.Role)),
            async who => RefusalWords.Say(await Revoke.RunAsync(who, held.AccountId, held.Role, CancellationToken.None)));
}
