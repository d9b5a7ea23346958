namespace PrivacyPortal.RecordSystem.Generate;

internal enum ClaimKind { Professional, Institutional, Pharmacy }

/// <summary>One claim before it is written down: what was done, when, by whom, and the money of its lines.</summary>
internal sealed record Claim(ClaimKind Kind, int Number, DateOnly Day, Illness Reason, Provider Doctor, bool InNetwork, bool Denied, IReadOnlyList<ClaimLine> Lines, string? EncounterId)
{
    public const decimal YearlyDeductible = 1500;
    public const string Adjudication = FhirJson.Terminology + "adjudication";
    public const string Carin = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication";

    private static readonly Code[] Services =
    [
        Code.Snomed("185349003", "Office visit"), Code.Snomed("396550006", "Blood test"), Code.Snomed("29303009", "Heart tracing (ECG)"),
        Code.Snomed("91251008", "Physical therapy"), Code.Snomed("399208008", "Chest X-ray"),
    ];

    private static readonly Code[] HospitalServices =
        [Code.Snomed("32485007", "Hospital stay"), Code.Snomed("396550006", "Blood test"), Code.Snomed("77477000", "CT scan"), Code.Snomed("386637004", "Surgery room")];

    public static Claim Of(Member member, int number, DateOnly day, Dictionary<int, decimal> deductibleLeft, bool withEncounter)
    {
        var random = member.Random;
        var reason = member.Illnesses.Count > 0 && random.Bool(0.8f) ? random.ListItem([.. member.Illnesses]) : Illness.Checkup;
        var kind = reason.Medicine is not null && random.Bool(0.45f) ? ClaimKind.Pharmacy : random.Bool(0.12f) ? ClaimKind.Institutional : ClaimKind.Professional;
        var doctor = random.Bool(0.6f) ? member.Doctor : random.ListItem([.. PlanDirectory.Practitioners]);
        var inNetwork = kind != ClaimKind.Professional || doctor.InNetwork;
        var denied = random.Bool(0.05f);
        var left = deductibleLeft.GetValueOrDefault(day.Year, YearlyDeductible);
        var lines = new List<ClaimLine>();
        foreach (var (service, from, to) in Billed(kind, reason, member))
        {
            var copay = lines.Count > 0 ? 0 : kind switch { ClaimKind.Pharmacy => 10, ClaimKind.Professional => 30, ClaimKind.Institutional => 0 };
            var covered = !denied && (lines.Count == 0 || random.Bool(0.95f));
            lines.Add(ClaimLine.Of(service, decimal.Round(random.Decimal(from, to), 2), inNetwork, covered, copay, ref left));
        }

        deductibleLeft[day.Year] = left;
        var encounter = withEncounter && kind != ClaimKind.Pharmacy ? member.Id("encounter", number) : null;
        return new Claim(kind, number, day, reason, doctor, inNetwork, denied, lines, encounter);
    }

    private static IEnumerable<(Code Service, decimal From, decimal To)> Billed(ClaimKind kind, Illness reason, Member member) => kind switch
    {
        ClaimKind.Pharmacy => [(reason.Medicine!, 12, 240)],
        ClaimKind.Institutional => member.Random.ArrayElements(HospitalServices, member.Random.Int(2, 4)).Select(service => (service, 600m, 5200m)),
        ClaimKind.Professional => Services.Take(1).Concat(member.Random.ArrayElements(Services[1..], member.Random.Int(0, 2))).Select(service => (service, 60m, 420m)),
    };
}
