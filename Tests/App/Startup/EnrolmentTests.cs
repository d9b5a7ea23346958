using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Startup;

/// <summary>Enrolment of many: each line whole or not at all, each refusal with its line and reason, each account with a letter that waits.</summary>
[Trait("clause", "C3")]
public sealed class EnrolmentTests
{
    [Fact]
    public void A_file_is_read_line_by_line_and_a_wrong_line_takes_no_other_with_it()
    {
        var (lines, problem) = EnrolmentFile.Read(["user-name,role,record", "m-1, Member ,Patient/p1", "", "m-2,King,Patient/p2", "m-3,Member", "m-4,3,Patient/p4"]);
        Assert.Null(problem);
        Assert.Equal([(2, true), (4, false), (5, false), (6, false)], lines.Select(line => (line.Number, line.Problem is null)));
        Assert.Equal(("m-1", Role.Member, "Patient/p1"), (lines[0].UserName, lines[0].Role, lines[0].Record));
        Assert.NotNull(EnrolmentFile.Read(["name,role"]).Problem);
        Assert.NotNull(EnrolmentFile.Read([]).Problem);
    }

    [Theory]
    [InlineData("x", Role.Member, "Patient/p2", EnrolRefusal.BadUserName)]
    [InlineData("m-1", Role.Member, "Patient/p2", EnrolRefusal.NameTaken)]
    [InlineData("m-2", Role.Member, "Patient/p1", EnrolRefusal.RecordTaken)]
    [InlineData("m-2", Role.Member, "Practitioner/d1", EnrolRefusal.BadReference)]
    [InlineData("m-2", Role.Provider, "Patient/p2", EnrolRefusal.BadReference)]
    [InlineData("m-2", Role.Member, "Patient/p 2", EnrolRefusal.BadReference)]
    [InlineData("m-2", Role.Administrator, "Practitioner/d1", EnrolRefusal.PrivilegedRole)]
    public async Task A_refused_line_leaves_nothing(string name, Role role, string record, EnrolRefusal why)
    {
        await using var portal = await PortalHost.StartAsync();
        var enrol = portal.Services.GetRequiredService<EnrolAccount>();
        Assert.Null(await enrol.RunAsync("m-1", Role.Member, "Patient/p1", "setup", default));
        Assert.Equal(why, await enrol.RunAsync(name, role, record, "setup", default));
        await using var db = portal.Store();
        var account = await db.Users.SingleAsync();
        Assert.Equal((PasswordState.None, null), (account.PasswordState, account.PasswordHash));
        Assert.Equal((AssignmentState.Waiting, AssignmentCause.NewAccount), await db.Assignments.Select(row => ValueTuple.Create(row.State, row.Cause)).SingleAsync());
    }
}
