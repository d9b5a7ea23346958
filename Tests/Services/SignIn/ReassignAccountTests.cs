using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Services.Assignment;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>The operator assigns a password anew: nothing that opened the account before opens it any more.</summary>
[Trait("clause", "C5")]
public sealed class ReassignAccountTests
{
    [Fact]
    public async Task The_old_password_the_second_factors_and_the_sessions_are_gone_and_the_new_one_only_replaces_itself()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var before = await host.Portal.SignedInAsync("member-1", record: null);
        await using (var db = host.Portal.Store())
        {
            db.SecondFactors.Add(new SecondFactorRow { Id = "f1", AccountId = await host.IdOfAsync("member-1"), Kind = SecondFactorKind.Authenticator, AddedAt = host.Portal.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
        var secret = await host.Get<ReassignAccount>().RunAsync("Member-1", default);
        await using (var db = host.Portal.Store())
            Assert.Empty(await db.SecondFactors.ToListAsync());
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await before.GetAsync("/records")).StatusCode);
        Assert.Null(await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret!.Reveal()));
        Assert.Contains("PasswordAssigned", string.Concat(await host.Portal.AuditAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_name_that_is_not_there_and_for_one_that_the_desk_helps_nothing_changes()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var member = await host.Portal.SignedInAsync("member-1");
        var lines = (await host.Portal.AuditAsync()).Count;
        Assert.Null(await host.Get<ReassignAccount>().RunAsync("nobody", default));
        Assert.Null(await host.Get<ReassignAccount>().RunAsync("member-1", default));
        Assert.Equal(lines, (await host.Portal.AuditAsync()).Count);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
    }
}
