using System.Text.Json.Nodes;
using static PrivacyPortal.RecordSystem.Generate.FhirJson;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>Laboratory results and vital signs.</summary>
internal static class MakeFindings
{
    private static readonly Measure Pulse = new(Code.Loinc("8867-4", "Heart rate"), "/min", 60, 100, 54, 104, 0);
    private static readonly Measure Upper = new(Code.Loinc("8480-6", "Upper blood pressure"), "mm[Hg]", 90, 130, 98, 156, 0);
    private static readonly Measure Lower = new(Code.Loinc("8462-4", "Lower blood pressure"), "mm[Hg]", 60, 85, 58, 96, 0);

    public static JsonObject Laboratory(Member member, Illness illness, int number)
    {
        var observation = Observation(member, "laboratory", illness.Measure!.Code, member.DayWithin(900), $"lab-{illness.Diagnosis.Value}", number, illness.Sensitivity);
        Fill(observation, member, illness.Measure);
        return observation;
    }

    public static IEnumerable<JsonObject> Vitals(Member member, Claim visit)
    {
        var pulse = Observation(member, "vital-signs", Pulse.Code, visit.Day, "pulse", visit.Number, null);
        pulse["encounter"] = Reference($"Encounter/{visit.EncounterId}");
        Fill(pulse, member, Pulse);
        yield return pulse;

        var pressure = Observation(member, "vital-signs", Code.Loinc("85354-9", "Blood pressure"), visit.Day, "pressure", visit.Number, null);
        pressure["encounter"] = Reference($"Encounter/{visit.EncounterId}");
        pressure["component"] = new JsonArray(Component(member, Upper), Component(member, Lower));
        yield return pressure;
    }

    private static JsonObject Observation(Member member, string category, Code code, DateOnly day, string kind, int number, string? sensitivity)
    {
        var observation = Resource("Observation", member.Id(kind, number), sensitivity);
        observation["status"] = "final";
        observation["category"] = new JsonArray(Concept(Terminology + "observation-category", category));
        observation["code"] = Concept(code);
        observation["subject"] = Reference(member.Patient);
        observation["effectiveDateTime"] = Time(day, 9 * 60);
        observation["performer"] = new JsonArray(Reference($"Practitioner/{member.Doctor.Id}", member.Doctor.Name));
        return observation;
    }

    private static JsonObject Component(Member member, Measure measure)
    {
        var component = new JsonObject { ["code"] = Concept(measure.Code) };
        Fill(component, member, measure);
        return component;
    }

    private static void Fill(JsonObject observation, Member member, Measure measure)
    {
        var value = decimal.Round(member.Random.Decimal(measure.From, measure.To), measure.Decimals);
        observation["valueQuantity"] = Quantity(value, measure.Unit, measure.Unit);
        var flag = value < measure.UsualLow ? "L" : value > measure.UsualHigh ? "H" : "N";
        observation["interpretation"] = new JsonArray(Concept(Terminology + "v3-ObservationInterpretation", flag));
        observation["referenceRange"] = new JsonArray(new JsonObject
        {
            ["low"] = Quantity(measure.UsualLow, measure.Unit, measure.Unit),
            ["high"] = Quantity(measure.UsualHigh, measure.Unit, measure.Unit),
        });
    }
}
