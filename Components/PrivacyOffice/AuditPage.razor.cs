using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.PrivacyOffice;

namespace PrivacyPortal.Components.PrivacyOffice;

/// <summary>The audit for a privacy officer: searched by account, act, time and reference, and everything that one account saw between two times.</summary>
public sealed partial class AuditPage
{
    private static readonly TimeSpan SeenByDefault = TimeSpan.FromDays(1);

    private string? account;
    private string? act;
    private DateTime? from;
    private DateTime? until;
    private string? reference;
    private bool refused;
    private bool busy;
    private string status = T("Status okay: nothing was searched for yet.");
    private PrivacyPortal.Services.PrivacyOffice.AuditPage? page;
    private IReadOnlyList<SeenRecord>? seen;

    [Inject]
    private SearchAudit Search { get; set; } = null!;

    [Inject]
    private WhatAccountSaw Saw { get; set; } = null!;

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private async Task SearchAsync(long? before)
    {
        if (Visit.Actor is not { } officer || busy)
            return;
        var question = new AuditQuestion
        {
            Account = Text(account),
            Act = Enum.TryParse<AuditAct>(act, out var wanted) ? wanted : null,
            From = Moment(from),
            Until = Moment(until),
            Reference = Text(reference),
            RefusedOnly = refused,
            Before = before,
        };
        await DoAsync(async () =>
        {
            (page, seen) = (await Search.RunAsync(officer, question, CancellationToken.None), null);
            return page switch
            {
                null => T("Nothing is shown to this account."),
                { Next: not null } => T("Status okay: {0}, the newest first; there are earlier ones.", Words.Count(page.Entries.Count, T("entry"), T("entries"))),
                _ => T("Status okay: {0}, the newest first.", Words.Count(page.Entries.Count, T("entry"), T("entries"))),
            };
        });
    }

    private async Task SawAsync()
    {
        if (Visit.Actor is not { } officer || busy)
            return;
        if (Text(account) is not { } whose)
        {
            status = T("Errors found: type the exact sign-in name of an account.");
            return;
        }
        await DoAsync(async () =>
        {
            var end = Moment(until) ?? Clock.GetUtcNow();
            (seen, page) = (await Saw.RunAsync(officer, whose, Moment(from) ?? end - SeenByDefault, end, CancellationToken.None), null);
            if (seen is null)
                return T("Nothing is shown to this account.");
            var records = Words.Count(seen.Count, T("record"), T("records"));
            return from is null ? T("Status okay: {0}, of the last day.", records) : T("Status okay: {0}.", records);
        });
    }

    private async Task DoAsync(Func<Task<string>> act)
    {
        busy = true;
        try
        {
            status = await act();
        }
        catch (AuditUnavailableException)
        {
            (page, seen, status) = (null, null, T("Nothing is shown: that you search could not be written down. Try again in a few minutes."));
        }
        finally
        {
            busy = false;
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private DateTimeOffset? Moment(DateTime? typed) => typed is { } local ? new DateTimeOffset(local, Clock.LocalTimeZone.GetUtcOffset(local)) : null;
}
