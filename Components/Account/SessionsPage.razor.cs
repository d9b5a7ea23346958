using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.Components.Account;

/// <summary>The account's live sessions, read anew every few seconds while the page is open; reading is not use.</summary>
public sealed partial class SessionsPage : IDisposable
{
    private const string All = "all";

    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<OwnSession> sessions = [];
    private string status = T("Reading.");
    private string? asked;

    [Inject] private OwnSessions Own { get; set; } = default!;

    [Inject] private MemberVisit Visit { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        _ = InvokeAsync(WatchAsync);
    }

    private Task WatchAsync() => Clock.EveryAsync(ReadEvery, async () =>
    {
        await ReadAsync();
        StateHasChanged();
    }, left.Token);

    private async Task ReadAsync()
    {
        if (Visit.Actor is not { } who)
            return;
        sessions = await Own.ListAsync(who, CancellationToken.None);
        status = T("Status okay: {0} of yours now.", Words.Count(sessions.Count, T("session"), T("sessions")));
    }

    private async Task EndAsync(string session)
    {
        if (Visit.Actor is { } who)
            await Own.EndAsync(who, session, CancellationToken.None);
        await EndedAsync();
    }

    private async Task EndOthersAsync()
    {
        if (Visit.Actor is { } who)
            await Own.EndOthersAsync(who, CancellationToken.None);
        await EndedAsync();
    }

    private async Task EndedAsync()
    {
        asked = null;
        await ReadAsync();
        status = T("Ended. {0}", status);
    }
}
