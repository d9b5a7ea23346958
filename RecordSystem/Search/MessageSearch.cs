using static PrivacyPortal.RecordSystem.Search.SearchParameter;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>What members write and what is to be done about it.</summary>
internal static class MessageSearch
{
    public static readonly SearchParameter[] Communication =
    [
        Reference("subject"), To("Patient", "patient", "subject"), Reference("sender"), Reference("recipient"), Reference("encounter"),
        Reference("based-on", "basedOn"), Reference("part-of", "partOf"), Token("status"), Token("category"), Token("medium"), Date("sent"), Date("received"),
    ];

    public static readonly SearchParameter[] Task =
    [
        Reference("subject", "for"), To("Patient", "patient", "for"), Reference("focus"), Reference("requester"), Reference("owner"),
        Reference("encounter"), Reference("based-on", "basedOn"), Reference("part-of", "partOf"), Token("status"), Token("intent"), Token("code"),
        Token("priority"), Token("business-status", "businessStatus"), Token("group-identifier", "groupIdentifier"),
        Date("authored-on", "authoredOn"), Date("modified", "lastModified"), Date("period", "executionPeriod"),
    ];
}
