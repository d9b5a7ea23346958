using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>A thousand guesses at one account through sign-in itself, from ever new sources and however long they take: fewer than a hundred are looked at, and then not even the right one.</summary>
[Trait("clause", "C2")]
[Trait("pace", "thorough")]
public sealed class GuessingTests
{
    [Fact]
    public async Task Of_a_thousand_guesses_no_second_hundred_is_looked_at()
    {
        await using var portal = await PortalHost.StartAsync(services: collection =>
        {
            collection.StopBackground();
            collection.Replace(ServiceDescriptor.Singleton(_ => new PasswordHashing(1)));
        });
        (await portal.WithPasswordOnlyAsync("member-1")).Dispose();
        var signIn = portal.Services.GetRequiredService<SignInWithPassword>();
        for (var i = 0; i < 1000; i++, portal.Clock.Advance(TimeSpan.FromMinutes(16)))
            Assert.Null(await signIn.TryAsync("member-1", $"guess number {i}", new SignInOrigin($"192.0.{i / 250}.{i % 250}", null), default));
        Assert.Null(await signIn.TryAsync("member-1", PortalHost.Password, new SignInOrigin("203.0.113.1", null), default));
        var looked = (await portal.AuditAsync()).Count(line => line.Contains("\"reason\":\"WrongPassword\"", StringComparison.Ordinal));
        Assert.InRange(looked, 1, 99);
        Assert.Equal(LaneRule.Name.ClosesAfter, looked);
    }
}
