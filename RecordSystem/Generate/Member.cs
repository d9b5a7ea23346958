using Bogus;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>
/// Who a made-up member is. Everything follows from the seed and the member's number, so a member is the same whoever else
/// is made. Every third and fourth member belongs to the family of the second.
/// </summary>
internal sealed class Member
{
    private Member(int seed, int index, DateOnly asOf)
    {
        AsOf = asOf;
        Leader = (index % 4) switch { 2 => index - 1, 3 => index - 2, _ => index };
        Key = $"{seed}/{index}";
        Random = new Randomizer(unchecked(seed * 1_000_003 + index * 7919 + 17));
        Faker = new Faker("en") { Random = Random };
        PatientId = StableId.Of($"{seed}/{index}/patient");
        SubscriberPatientId = StableId.Of($"{seed}/{Leader}/patient");
        SubscriberNumber = $"M{Math.Abs((long)seed) % 1000:000}{Leader:000000}";
        Dependent = $"{index - Leader + 1:00}";
        Relationship = (index % 4) switch { 2 => "spouse", 3 => "child", _ => "self" };
        Female = Random.Bool();
        Given = Faker.Name.FirstName(Female ? Bogus.DataSets.Name.Gender.Female : Bogus.DataSets.Name.Gender.Male);
        Middle = Faker.Name.FirstName(Female ? Bogus.DataSets.Name.Gender.Female : Bogus.DataSets.Name.Gender.Male);
        Family = new Faker("en") { Random = new Randomizer(unchecked(seed * 31 + Leader)) }.Name.LastName();
        var age = Relationship == "child" ? Random.Int(3, 17) : Random.Int(24, 88);
        Birth = asOf.AddYears(-age).AddDays(-Random.Int(0, 364));
        Doctor = PlanDirectory.Practitioners[Random.Int(0, 3)];
        Illnesses = PickIllnesses(age);
    }

    public string Key { get; }

    public Randomizer Random { get; }

    public Faker Faker { get; }

    public DateOnly AsOf { get; }

    public int Leader { get; }

    public string PatientId { get; }

    public string SubscriberPatientId { get; }

    public string SubscriberNumber { get; }

    public string Dependent { get; }

    public string MemberNumber => $"{SubscriberNumber}-{Dependent}";

    public string Relationship { get; }

    public bool Female { get; }

    public string Given { get; }

    public string Middle { get; }

    public string Family { get; }

    public DateOnly Birth { get; }

    public Provider Doctor { get; }

    public IReadOnlyList<Illness> Illnesses { get; }

    public string Patient => $"Patient/{PatientId}";

    public string Id(string kind, int number = 0) => StableId.Of($"{Key}/{kind}/{number}");

    public static Member Of(int seed, int index, DateOnly asOf) => new(seed, index, asOf);

    /// <summary>A day not after today and not before birth.</summary>
    public DateOnly DayWithin(int days) => Later(Birth.AddDays(1), AsOf.AddDays(-Random.Int(0, days)));

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private List<Illness> PickIllnesses(int age)
    {
        var illnesses = age < 18 ? Random.Bool() ? [Illness.Common[3]] : [] : Random.ArrayElements(Illness.Common, Random.Int(1, Math.Min(4, 1 + age / 20))).ToList();
        if (age >= 18 && Random.Int(1, 100) <= 35) illnesses.Add(Random.ArrayElement(Illness.Sensitive));
        return illnesses;
    }
}
