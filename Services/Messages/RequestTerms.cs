using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>The clock of each kind of request and whose work it is.</summary>
/// <param name="Work">The case under which it is read and answered.</param>
/// <param name="Within">How long the plan has; null when it is counted in working days.</param>
/// <param name="Extension">How much longer it may take, once and with a written reason; null when it may not.</param>
/// <param name="WorkingDays">Working days, when it is counted in them.</param>
public sealed record RequestTerms(CaseKind Work, TimeSpan? Within, TimeSpan? Extension, int WorkingDays = 0)
{
    public const int MostCharacters = 4000;

    /// <summary>Whether what is asked is granted or denied, and not only answered.</summary>
    public bool Decided { get; private init; } = true;

    public static RequestTerms Of(RequestKind kind) => kind switch
    {
        RequestKind.Message => new(CaseKind.Support, null, null, 2) { Decided = false },
        RequestKind.CallBack => new(CaseKind.Support, null, null, 1) { Decided = false },
        RequestKind.Amendment => Office(60, 30),
        RequestKind.Copy => Office(30, 30),
        RequestKind.Restriction => Office(30, null),
        RequestKind.OtherAddress => Office(10, null),
        RequestKind.Accounting => Office(60, 30),
        RequestKind.AppealAfterCare => new(CaseKind.Claims, TimeSpan.FromDays(60), null),
        RequestKind.AppealBeforeCare => new(CaseKind.Claims, TimeSpan.FromDays(30), null),
        RequestKind.AppealUrgent => new(CaseKind.Claims, TimeSpan.FromHours(72), null),
    };

    /// <summary>The role whose work it is.</summary>
    public Role Role => CaseTerms.Of(Work).Role;

    public static bool IsAppeal(RequestKind kind) => kind is RequestKind.AppealAfterCare or RequestKind.AppealBeforeCare or RequestKind.AppealUrgent;

    /// <summary>When it is answered at the latest, from when it was made.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset made)
    {
        if (Within is { } span)
            return made + span;
        var end = made;
        for (var left = WorkingDays; left > 0;)
        {
            end = end.AddDays(1);
            if (end.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        return end;
    }

    private static RequestTerms Office(int days, int? more) => new(CaseKind.PrivacyReview, TimeSpan.FromDays(days), more is { } extra ? TimeSpan.FromDays(extra) : null);
}
