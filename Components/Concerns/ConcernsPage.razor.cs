using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Concerns;

/// <summary>
/// Comments and concerns about the statement, signed in or not (C21, C22): static, works without JavaScript. What was typed, and an answer, are in one
/// response and nowhere else.
/// </summary>
public sealed partial class ConcernsPage
{
    private IReadOnlyList<StatementClause> clauses = [];
    private IReadOnlyList<FollowedConcern>? own;
    private FollowedConcern? opened;
    private WordsTaken? taken;
    private ConcernRefusal? refusal;
    private ConcernKind kind;
    private string? session;
    private bool notFound;

    [Inject] private WriteAboutClause Write { get; set; } = default!;

    [Inject] private FollowConcern Follow { get; set; } = default!;

    [Inject] private StatementVersions Versions { get; set; } = default!;

    [Inject] private StatementText Statement { get; set; } = default!;

    [Inject] private IOptions<PlanOptions> Plan { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = default!;

    /// <summary>The clause that a link comes from, such as <c>C12</c>.</summary>
    [SupplyParameterFromQuery(Name = "clause")] private string? Clause { get; set; }

    [SupplyParameterFromForm] private string? Kind { get; set; }

    [SupplyParameterFromForm] private string? About { get; set; }

    [SupplyParameterFromForm] private string? Text { get; set; }

    [SupplyParameterFromForm] private string? Reach { get; set; }

    [SupplyParameterFromForm] private string? Number { get; set; }

    [SupplyParameterFromForm] private string? Word { get; set; }

    private string? Chosen => clauses.FirstOrDefault(clause => clause.Id == (About ?? Clause))?.Id;

    protected override async Task OnInitializedAsync()
    {
        session = (await Identity).User.FindFirstValue("sid");
        clauses = Statement.Clauses(Versions.Current, Words.InSpanish ? "es" : "en");
        kind = Enum.TryParse<ConcernKind>(Kind, out var said) && Enum.IsDefined(said) ? said : ConcernKind.Comment;
        own = await Follow.OwnAsync(session, CancellationToken.None);
    }

    private async Task WriteAsync()
    {
        int? clause = string.IsNullOrEmpty(About) ? null : int.TryParse(About.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && About[0] == 'C' ? number : 0;
        try
        {
            var answer = await Write.RunAsync(session, new ClauseWords(kind, clause, Text ?? "") { Reach = own is null ? Reach : null }, CancellationToken.None);
            (taken, refusal) = (answer, answer.Refusal);
        }
        catch (AuditUnavailableException)
        {
            refusal = ConcernRefusal.NotNow;
        }
        if (refusal is null)
            own = await Follow.OwnAsync(session, CancellationToken.None);
    }

    private async Task LookAsync()
    {
        opened = await Follow.LookUpAsync(Number ?? "", Word ?? "", CancellationToken.None);
        notFound = opened is null;
    }

    private async Task ReadAsync() => opened = await Follow.OwnAsync(session, Number ?? "", CancellationToken.None);

    private static string FieldOf(ConcernRefusal why) => why switch
    {
        ConcernRefusal.ReachTooLong => nameof(Reach),
        ConcernRefusal.NoSuchClause => nameof(About),
        _ => nameof(Text),
    };

    private string? Invalid(string field) => refusal is { } why && FieldOf(why) == field ? "true" : null;
}
