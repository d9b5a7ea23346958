namespace PrivacyPortal.Services.Access;

/// <summary>Version 1 of the rules, shipped with the portal. An administrator's first change begins from here.</summary>
public static class StarterRules
{
    public const int Version = 1;

    /// <summary>Every cell that opens something; what is not here is closed.</summary>
    /// <remarks>
    /// Columns: Identity, Coverage, Claims, Services, Medications, Clinical, Results, Documents, Messages. R full, L limited, - none; o only entries of the
    /// need's practitioner, c only entries of the need's case, p only with the member's permission.
    /// </remarks>
    public static IReadOnlyList<AccessRule> All { get; } =
    [
        .. Row(Role.Member, PurposeOfUse.PatientRequest, NeedKind.Self, "R R R R R R R R R"),
        .. Row(Role.Representative, PurposeOfUse.PatientRequest, NeedKind.BasicRepresentative, "L R R - - - - - -"),
        .. Row(Role.Representative, PurposeOfUse.PatientRequest, NeedKind.PersonalRepresentative, "R R R R R R R R -"),
        .. Row(Role.Provider, PurposeOfUse.Treatment, NeedKind.TreatingPractitioner, "L R Ro Ro R R R R -"),
        .. Row(Role.Provider, PurposeOfUse.EmergencyTreatment, NeedKind.Emergency, "L R - R R R R R -"),
        .. Row(Role.ClinicianDesignee, PurposeOfUse.Treatment, NeedKind.TreatingPractitioner, "L R Ro Ro Rp R R - -"),
        .. Row(Role.MainOfficeContact, PurposeOfUse.Payment, NeedKind.TreatingPractitioner, "L R Ro - - - - - -"),
        .. Row(Role.Support, PurposeOfUse.Operations, NeedKind.AssignedCase, "L R L - - - - - Rc"),
        .. Row(Role.ClaimsExaminer, PurposeOfUse.Payment, NeedKind.AssignedCase, "R R R R R L - L -"),
        .. Row(Role.CareManager, PurposeOfUse.CareManagement, NeedKind.CareEnrollment, "R R - R R R R R R"),
        .. Row(Role.PrivacyOfficer, PurposeOfUse.Operations, NeedKind.PrivacyReview, "L - - - - - - - -"),
    ];

    private static IEnumerable<AccessRule> Row(Role role, PurposeOfUse purpose, NeedKind need, string cells) =>
        cells.Split(' ').Select((cell, column) => new AccessRule(role, purpose, need, (Category)column, ScopeOf(cell[0]), ConditionOf(cell[1..])))
            .Where(rule => rule.Scope != Scope.None);

    private static Scope ScopeOf(char letter) => letter switch { 'R' => Scope.Full, 'L' => Scope.Limited, _ => Scope.None };

    private static ItemCondition ConditionOf(string letter) => letter switch
    {
        "o" => ItemCondition.OwnItems,
        "c" => ItemCondition.CaseItems,
        "p" => ItemCondition.MemberPermits,
        _ => ItemCondition.None,
    };
}
