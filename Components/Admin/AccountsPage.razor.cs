using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Administration;

namespace PrivacyPortal.Components.Admin;

/// <summary>The accounts: found, made without a password, disabled and enabled, their sessions ended.</summary>
public sealed partial class AccountsPage
{
    private const int Step = 50;

    private AccountsAsked asked = new("", StaffOnly: false, Step);
    private AccountsFound? found;

    [Inject]
    private AccountList List { get; set; } = null!;

    [Inject]
    private AddAccount Add { get; set; } = null!;

    [Inject]
    private DisableAccount Disable { get; set; } = null!;

    [Inject]
    private EnableAccount Enable { get; set; } = null!;

    [Inject]
    private EndAccountSessions EndSessions { get; set; } = null!;

    protected override string Summary => found!.Total == found.Accounts.Count
        ? T("{0}.", All)
        : T("{0} of {1}.", found.Accounts.Count.ToString("N0", Words.Culture), All);

    private string All => Words.Count(found!.Total, T("account"), T("accounts"));

    protected override async Task<bool> ReadAsync(Actor who)
    {
        var wanted = asked;
        var read = await List.ReadAsync(who, wanted, CancellationToken.None);
        if (wanted == asked || found is null)
            found = read; // an older answer does not replace a newer question's
        return read is not null;
    }

    private Task FindAsync(ChangeEventArgs change) => AskAsync(asked with { Find = change.Value?.ToString() ?? "", Most = Step });

    private Task AskAsync(AccountsAsked next)
    {
        asked = next;
        return LoadAsync();
    }

    private Task<bool> AddAsync(NewAccount account) =>
        DoAsync(AddAccountForm.Place, T("{0} was made.", account.UserName), async who => RefusalWords.Say(await Add.RunAsync(who, account, CancellationToken.None)));

    private Task<bool> DisableAsync(AccountLine account) =>
        DoAsync(account.Id, T("{0} is disabled, and its sessions have ended.", account.UserName), async who => RefusalWords.Say(await Disable.RunAsync(who, account.Id, CancellationToken.None)));

    private Task<bool> EnableAsync(AccountLine account) =>
        DoAsync(account.Id, T("{0} is enabled.", account.UserName), async who => RefusalWords.Say(await Enable.RunAsync(who, account.Id, CancellationToken.None)));

    private Task<bool> EndAsync(AccountLine account) =>
        DoAsync(account.Id, T("The sessions of {0} have ended.", account.UserName), async who => RefusalWords.Say(await EndSessions.RunAsync(who, account.Id, CancellationToken.None)));
}
