using System.Text.Json;
using PrivacyPortal.Services.Person;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Patient as <see cref="MemberIdentity"/>.</summary>
internal static class IdentityReading
{
    public static MemberIdentity Read(Entry entry, DateOnly today)
    {
        var patient = entry.Resource;
        var name = HumanNames.Current(patient, today);
        return new MemberIdentity(entry.Id, entry.Labels)
        {
            Name = name,
            OtherNames = HumanNames.Others(patient, name),
            BirthDate = patient.Date("birthDate"u8),
            Gender = patient.Text("gender"u8),
            Deceased = patient.Flag("deceasedBoolean"u8) ?? patient.Text("deceasedDateTime"u8) is not null,
            DeceasedOn = patient.Date("deceasedDateTime"u8),
            MemberNumbers = NumbersOf(patient),
            Addresses = PostalAddresses.Current(patient, today),
            Contacts = ContactsOf(patient, today),
            Languages = LanguagesOf(patient),
        };
    }

    private static List<string> NumbersOf(JsonElement patient)
    {
        var numbers = new List<string>();
        foreach (var identifier in patient.Items("identifier"u8))
        {
            if (Concepts.Has(identifier.Object("type"u8), "MB"u8) && identifier.Text("value"u8) is { } value)
                numbers.Add(value);
        }
        return numbers;
    }

    private static List<(string?, string?, string)> ContactsOf(JsonElement patient, DateOnly today)
    {
        var contacts = new List<(string?, string?, string)>();
        foreach (var telecom in patient.Items("telecom"u8))
        {
            if (telecom.Text("value"u8) is { } value && !Dates.IsPast(telecom, today))
                contacts.Add((telecom.Text("system"u8), telecom.Text("use"u8), value));
        }
        return contacts;
    }

    private static List<string> LanguagesOf(JsonElement patient)
    {
        var languages = new List<string>();
        foreach (var communication in patient.Items("communication"u8))
        {
            if (Concepts.Read(communication.Object("language"u8))?.Label is { } language)
                languages.Add(language);
        }
        return languages;
    }
}
