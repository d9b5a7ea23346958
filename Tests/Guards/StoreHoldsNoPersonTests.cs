using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Guards;

/// <summary>The portal store's model, column by column: a column that is not listed here with what it holds, or whose name speaks of a person, fails (C11).</summary>
[Trait("clause", "C11")]
public sealed class StoreHoldsNoPersonTests
{
    // what every text or binary column holds; numbers, instants and enum names are not listed
    private static readonly Dictionary<string, string> Holds = new()
    {
        ["Accounts.Id"] = "random id",
        ["Accounts.UserName"] = "assigned sign-in name",
        ["Accounts.NormalizedUserName"] = "assigned sign-in name",
        ["Accounts.PasswordHash"] = "salted hash",
        ["Accounts.SecurityStamp"] = "random",
        ["Accounts.RecordReference"] = "opaque reference into the record system",
        ["RoleGrants.AccountId"] = "account id",
        ["RoleGrants.GrantedBy"] = "account id",
        ["Sessions.Id"] = "digest of a random key",
        ["Sessions.AccountId"] = "account id",
        ["Sessions.Stamp"] = "random",
        ["ThrottleLanes.Digest"] = "keyed digest",
        ["KnownDevices.Digest"] = "digest of a random id",
        ["KnownDevices.AccountId"] = "account id",
        ["RoleGrants.OwnerId"] = "account id",
        ["Audit.Account"] = "account id, computed from the entry",
        ["Audit.Subject"] = "opaque reference, computed from the entry",
        ["BreakGlass.NeedId"] = "random id",
        ["BreakGlass.ReviewedBy"] = "account id",
        ["Cases.Id"] = "random id",
        ["Cases.Subject"] = "opaque reference",
        ["Cases.AssigneeId"] = "account id",
        ["Cases.OpenedBy"] = "account id",
        ["Cases.ClosedBy"] = "account id",
        ["Needs.Id"] = "random id",
        ["Needs.AccountId"] = "account id",
        ["Needs.Subject"] = "opaque reference",
        ["Needs.EstablishedBy"] = "account id",
        ["Needs.EvidenceRef"] = "opaque reference",
        ["Needs.OnBehalfOf"] = "account id",
        ["RecordTies.AccountId"] = "account id",
        ["RecordTies.Subject"] = "opaque reference",
        ["Restrictions.Id"] = "random id",
        ["Restrictions.Subject"] = "opaque reference",
        ["Restrictions.AccountId"] = "account id",
        ["RoleProposals.Id"] = "random id",
        ["RoleProposals.AccountId"] = "account id",
        ["RoleProposals.OwnerId"] = "account id",
        ["RoleProposals.ProposedBy"] = "account id",
        ["RoleProposals.DecidedBy"] = "account id",
        ["RuleVersions.ProposedBy"] = "account id",
        ["RuleVersions.DecidedBy"] = "account id",
        ["AuditMentions.Reference"] = "opaque reference or account id, as in the entry",
        ["SecondFactors.Id"] = "random id",
        ["SecondFactors.AccountId"] = "account id",
        ["SecondFactors.SealedSecret"] = "encrypted random key",
        ["SecondFactors.CredentialId"] = "random id a passkey made",
        ["SecondFactors.PublicKey"] = "public key",
        ["RecoveryCodes.AccountId"] = "account id",
        ["RecoveryCodes.Digest"] = "hash",
        ["SecondFactorTries.AccountId"] = "account id",
        ["Assignments.Id"] = "random id",
        ["Assignments.AccountId"] = "account id",
        ["Assignments.AskedBy"] = "account id",
        ["Assignments.Hash"] = "salted hash",
        ["Assignments.FirstHalfDigest"] = "digest of half a random secret",
        ["Assignments.NoticeId"] = "random id",
        ["Assignments.Words"] = "three random words of a fixed list",
        ["CallRequests.Id"] = "random id",
        ["CallRequests.AccountId"] = "account id",
        ["CallRequests.Words"] = "three random words of a fixed list",
        ["DeskScripts.Id"] = "random id",
        ["DeskScripts.EmployeeId"] = "account id",
        ["DeskScripts.AccountId"] = "account id",
        ["DeskScripts.Words"] = "three random words of a fixed list",
        ["DeskScripts.CodeNoticeId"] = "random id",
        ["DeskScripts.CodeHash"] = "salted hash of a random code",
        ["Notices.Id"] = "random id",
        ["Notices.AccountId"] = "account id",
        ["ShownCodes.AccountId"] = "account id",
        ["ShownCodes.Digest"] = "digest of a random code",
        ["Requests.Number"] = "random number",
        ["Requests.AccountId"] = "account id",
        ["Requests.Subject"] = "opaque reference",
        ["Requests.Reference"] = "opaque reference into the record system",
        ["Requests.ClaimReference"] = "opaque reference into the record system",
        ["Requests.CaseId"] = "random id",
        ["Concerns.Number"] = "random number",
        ["Concerns.AccountId"] = "account id",
        ["Concerns.Subject"] = "opaque reference",
        ["Concerns.Reference"] = "opaque reference into the record system",
        ["Concerns.CaseId"] = "random id",
        ["Concerns.AnsweredBy"] = "account id",
        ["Concerns.TakenBy"] = "account id",
        ["Concerns.AnswerReference"] = "opaque reference into the record system",
        ["Concerns.LookUpDigest"] = "digest of a random word",
        ["Sessions.StatementVersion"] = "version of the statement",
        ["Accounts.StatementVersion"] = "version of the statement",
        ["Audit.Entry"] = "opaque references and closed words",
        ["Audit.LeafHash"] = "hash",
    };

    private static readonly string[] PersonalWords =
        ["email", "phone", "address", "birth", "gender", "firstname", "lastname", "given", "family", "fullname", "displayname", "ssn", "membernumber", "diagnosis", "amount", "note", "comment", "text", "reasontext", "description"];

    private static readonly (string Column, Type Type)[] Columns = [.. Model().GetEntityTypes()
        .SelectMany(entity => entity.GetProperties().Select(property => ($"{entity.GetTableName()}.{property.GetColumnName()}", property.ClrType)))];

    [Fact]
    public void Every_column_that_could_hold_text_is_listed_with_what_it_holds()
    {
        var able = Columns.Where(column => column.Type == typeof(string) || column.Type == typeof(byte[])).Select(column => column.Column).ToList();
        Assert.NotEmpty(able);
        Assert.Empty(able.Except(Holds.Keys));
        Assert.Empty(Holds.Keys.Except(able));
    }

    [Fact]
    public void No_column_speaks_of_a_person()
    {
        Assert.NotEmpty(Columns);
        Assert.All(Columns, column => Assert.DoesNotContain(PersonalWords, word => column.Column.Split('.')[1].Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void No_column_can_hold_an_arbitrary_document()
    {
        Assert.NotEmpty(Columns);
        Assert.All(Columns, column => Assert.True(
            column.Type == typeof(string) || column.Type == typeof(byte[]) || (Nullable.GetUnderlyingType(column.Type) ?? column.Type) is { IsEnum: true } or { IsPrimitive: true }
            || (Nullable.GetUnderlyingType(column.Type) ?? column.Type) == typeof(DateTimeOffset), $"{column.Column} is a {column.Type.Name}"));
    }

    private static Microsoft.EntityFrameworkCore.Metadata.IModel Model()
    {
        using var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseSqlite("Data Source=:memory:").Options);
        return db.Model;
    }
}
