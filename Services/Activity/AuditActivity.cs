using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Activity;

/// <summary>Reads an account's part of the audit, from the newest entry back (C8).</summary>
/// <remarks>It reads the entries themselves, by the indexes over them, and stops at the number or the moment asked for.</remarks>
[Enforces(Clauses.CompromisedAtOnce)]
internal sealed class AuditActivity(IDbContextFactory<PortalDb> store, StoreConnection log) : IOwnActivity
{
    private const int MostInAReport = 5000;

    public async Task<IReadOnlyList<AccountEvent>> LatestAsync(Actor who, int most, CancellationToken cancel) =>
        await ReadAsync(who.AccountId, who.OwnRecord, DateTimeOffset.MinValue, most, IsOfAccount, cancel);

    public async Task<LastSignIn> LastSignInAsync(Actor who, CancellationToken cancel)
    {
        var (wrong, before) = (0, (AccountEvent?)null);
        bool Until(AccountEvent one)
        {
            wrong += one is { Act: AuditAct.SignIn, Allowed: false } ? 1 : 0;
            before = one is { Act: AuditAct.SessionBegan } && one.Session != who.SessionId ? one : null;
            return before is not null;
        }
        await ReadAsync(who.AccountId, null, DateTimeOffset.MinValue, 1, Until, cancel);
        return new LastSignIn(before?.At, before?.On, wrong);
    }

    public async Task<IReadOnlyList<AccountEvent>> ExposureAsync(string accountId, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var view = await db.ViewAsync(await db.Users.AsNoTracking().SingleAsync(user => user.Id == accountId, cancel), cancel);
        return await ReadAsync(accountId, view.OwnRecord, since, MostInAReport, one => one is not { Act: AuditAct.SignIn, Allowed: true }, cancel);
    }

    // what the account did but for looking at its record, and what the desk did with the account
    private static bool IsOfAccount(AccountEvent one) => one.Own
        ? one is not { Act: AuditAct.RecordRead } and not { Act: AuditAct.SignIn, Allowed: true }
        : one.Act is AuditAct.AssignmentAsked or AuditAct.DeskSought or AuditAct.CallBackNumberRead or AuditAct.DeskCodeSent or AuditAct.DeskReached
            or AuditAct.DeskWordsConfirmed or AuditAct.DeskEndedSessions or AuditAct.DeskClosed or AuditAct.DeskForgotFactors;

    private async Task<IReadOnlyList<AccountEvent>> ReadAsync(
        string accountId, PatientId? own, DateTimeOffset since, int most, Func<AccountEvent, bool> wanted, CancellationToken cancel)
    {
        var found = new List<AccountEvent>();
        await using var db = await store.CreateDbContextAsync(cancel);
        var devices = (await db.Sessions.AsNoTracking().Where(row => row.AccountId == accountId).Select(row => new { row.Id, row.Browser, row.Device }).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => DeviceWords.Say(row.Browser, row.Device));
        await using var connection = await log.OpenAsync(cancel);
        foreach (var entry in AuditMentions.Concerning(connection, accountId, own?.Value))
        {
            cancel.ThrowIfCancellationRequested();
            var one = Say(AuditJson.Read(entry), accountId, devices);
            if (one.At < since || found.Count == most)
                break;
            if (wanted(one))
                found.Add(one);
        }
        return found;
    }

    private static AccountEvent Say(AuditRecord row, string accountId, Dictionary<string, string> devices)
    {
        var session = row.Entry.Session;
        var on = session is null ? null : devices.GetValueOrDefault(session);
        return new AccountEvent(row.At, row.Entry.Act, row.Entry.Allowed, row.Entry.Account == accountId, row.Entry.Reason, row.Entry.Category, on) { Session = session, Rule = row.Entry.Rule };
    }
}
