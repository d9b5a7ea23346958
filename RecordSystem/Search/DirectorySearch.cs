using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>People, organizations and places.</summary>
internal static class DirectorySearch
{
    public static readonly SearchParameter[] Patient =
    [
        Reference("general-practitioner", "generalPractitioner"), Reference("organization", "managingOrganization"), Token("active"), Token("gender"),
        Text("name"), Text("family", "name.family"), Text("given", "name.given"), Date("birthdate", "birthDate"),
    ];

    public static readonly SearchParameter[] Practitioner =
        [Token("active"), Text("name"), Text("family", "name.family"), Text("given", "name.given")];

    public static readonly SearchParameter[] PractitionerRole =
    [
        Reference("practitioner"), Reference("organization"), Reference("location"), Token("active"), Token("role", "code"), Token("specialty"),
        Date("date", "period"),
    ];

    public static readonly SearchParameter[] Organization =
        [Token("active"), Token("type"), Text("name", "name", "alias"), Reference("partof", "partOf")];

    public static readonly SearchParameter[] Location =
        [Token("status"), Token("type"), Text("name", "name", "alias"), Reference("organization", "managingOrganization"), Reference("partof", "partOf")];

    public static readonly SearchParameter[] RelatedPerson =
        [To("Patient", "patient", "patient"), Token("active"), Token("relationship"), Text("name"), Date("birthdate", "birthDate")];
}
