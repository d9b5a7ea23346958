using PrivacyPortal.Services.Access;

namespace PrivacyPortal.App.Startup;

/// <summary>Who evaluation mode makes accounts for: every role, and every sample member. Names are fixed, secrets never are.</summary>
internal static class EvaluationPeople
{
    /// <summary>The sample files that are imported, below the record system's <c>Samples</c>.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [
        "synthea/carroll-ohara.json", "synthea/gabriele-rohan.json", "synthea/lean-davis.json", "synthea/marcos-delagarza.json", "synthea/margie-hettinger.json",
        "carin-bb/carin-bb-2.0.0-dev-transaction.json", "insurance-card/c4dic-transaction.json",
    ];

    internal static IReadOnlyList<EvaluationPerson> All { get; } =
    [
        new("member-1", Role.Member, "Patient/274f5452-2a39-44c4-a7cb-f36de467762e", "synthea/carroll-ohara"),
        new("member-2", Role.Member, "Patient/b0223c9b-0019-42b0-99b8-7d689d7f8414", "synthea/gabriele-rohan"),
        new("member-3", Role.Member, "Patient/3e36b31d-3c32-43b4-b016-b46a90c2e50f", "synthea/lean-davis"),
        new("member-4", Role.Member, "Patient/963dabe4-84e7-4751-b432-e34bdbdbde05", "synthea/marcos-delagarza"),
        new("member-5", Role.Member, "Patient/29428a22-5f03-492e-83bb-da34bb2a12c9", "synthea/margie-hettinger"),
        new("member-6", Role.Member, "Patient/Patient1", "carin-bb (professional, pharmacy, ...)"),
        new("member-7", Role.Member, "Patient/Patient2", "carin-bb (earlier coverage)"),
        new("member-8", Role.Member, "Patient/Example-Patient1", "insurance-card (subscriber)"),
        new("member-9", Role.Member, "Patient/Example-Patient2", "insurance-card (spouse)"),
        new("representative-1", Role.Representative, null, null),
        new("provider-1", Role.Provider, "Practitioner/00000173-bfbc-8987-0000-000000000c08", "synthea/carroll-ohara"),
        new("provider-2", Role.Provider, "Practitioner/00000173-bfbc-8987-0000-0000000001e0", "synthea/margie-hettinger"),
        new("designee-1", Role.ClinicianDesignee, "Practitioner/00000173-bfbc-8987-0000-0000000001e0", "works for provider-2"),
        new("office-1", Role.MainOfficeContact, "Practitioner/00000173-bfbc-8987-0000-0000000001e0", "works for provider-2"),
        new("support-1", Role.Support, null, null),
        new("examiner-1", Role.ClaimsExaminer, null, null),
        new("care-manager-1", Role.CareManager, null, null),
        new("officer-1", Role.PrivacyOfficer, null, null),
        new("administrator-1", Role.Administrator, null, null),
        new("administrator-2", Role.Administrator, null, null),
    ];
}

/// <summary>One evaluation account: its name, role, place in the record system, and the sample it comes from.</summary>
internal sealed record EvaluationPerson(string UserName, Role Role, string? Reference, string? Sample);
