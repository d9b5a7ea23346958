using System.Text.Json;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>AllergyIntolerance as <see cref="Allergy"/>.</summary>
internal static class AllergyReading
{
    public static Allergy Read(Entry entry)
    {
        var allergy = entry.Resource;
        return new Allergy(entry.Id, entry.Labels)
        {
            Name = Concepts.Read(allergy.Object("code"u8)),
            ClinicalStatus = Concepts.Read(allergy.Object("clinicalStatus"u8)),
            Verification = Concepts.Read(allergy.Object("verificationStatus"u8)),
            Criticality = allergy.Text("criticality"u8),
            Categories = CategoriesOf(allergy),
            Reactions = ReactionsOf(allergy),
            Recorded = allergy.Date("recordedDate"u8),
        };
    }

    private static List<string> CategoriesOf(JsonElement allergy)
    {
        var categories = new List<string>();
        foreach (var category in allergy.Items("category"u8))
        {
            if (category.AsText() is { } text)
                categories.Add(text);
        }
        return categories;
    }

    private static List<Coded> ReactionsOf(JsonElement allergy)
    {
        var reactions = new List<Coded>();
        foreach (var reaction in allergy.Items("reaction"u8))
            reactions.AddRange(Concepts.List(reaction, "manifestation"u8));
        return reactions;
    }
}
