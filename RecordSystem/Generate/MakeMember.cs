using System.Text.Json.Nodes;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>Everything about one member, one resource after the other.</summary>
internal static class MakeMember
{
    private const int MostVisits = 40;
    private const int VisitsWithVitals = 8;
    private const int DaysOfClaims = 1000;

    public static IEnumerable<JsonObject> Of(Member member, int? claims)
    {
        yield return MakePerson.Patient(member);
        yield return MakePerson.Coverage(member);
        yield return MakeCare.CareTeam(member);
        foreach (var illness in member.Illnesses)
        {
            yield return MakeHistory.Condition(member, illness);
            if (illness.Medicine is not null) yield return MakeHistory.Medicine(member, illness);
            for (var i = 0; illness.Measure is not null && i < 4; i++) yield return MakeFindings.Laboratory(member, illness, i);
        }

        foreach (var resource in MakeHistory.Allergies(member).Concat(MakeHistory.Immunizations(member)).Concat(MakeHistory.DoneProcedures(member))) yield return resource;
        yield return MakeCare.Document(member);
        foreach (var letter in MakeCare.Letter(member)) yield return letter;
        foreach (var resource in Claims(member, claims ?? member.Random.Int(6, 24))) yield return resource;
    }

    /// <summary>From the oldest to the newest, since the deductible of a year is used up in that order.</summary>
    private static IEnumerable<JsonObject> Claims(Member member, int count)
    {
        var deductibleLeft = new Dictionary<int, decimal>();
        var visits = 0;
        for (var number = 1; number <= count; number++)
        {
            var day = Member.Later(member.Birth.AddDays(1), member.AsOf.AddDays(-DaysOfClaims + (int)((long)DaysOfClaims * number / count)));
            var claim = Claim.Of(member, number, day, deductibleLeft, visits < MostVisits);
            yield return MakeClaim.Of(member, claim);
            if (claim.EncounterId is null) continue;
            yield return MakeCare.Encounter(member, claim);
            if (++visits > VisitsWithVitals) continue;
            foreach (var vital in MakeFindings.Vitals(member, claim)) yield return vital;
        }
    }
}
