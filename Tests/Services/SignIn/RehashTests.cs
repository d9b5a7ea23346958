using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.SignIn;

/// <summary>When the count of a hash is raised, each hash follows at its owner's next sign-in; nobody has to choose a password again.</summary>
public sealed class RehashTests
{
    private const int OfTheHost = 1_000;

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_replaced_when_its_owner_signs_in_and_by_nobody_else()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        using var weak = new PasswordHashing(iterations: 500);
        var old = await weak.HashAsync(PortalHost.Password, TestContext.Current.CancellationToken);
        await using (var db = portal.Store())
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, old));
        using var browser = portal.NewBrowser();

        Assert.Null(browser.Target(await browser.SignInAsync("member-1", "not the password at all")));
        Assert.Equal(old, await HashAsync(portal));

        Assert.Equal("/records", browser.Target(await browser.SignInAsync("member-1", PortalHost.Password)));
        var replaced = await HashAsync(portal);
        Assert.Equal((500, OfTheHost), (Rounds(old), Rounds(replaced)));

        // and not again, with the password as good as before
        Assert.Equal("/records", browser.Target(await browser.SignInAsync("member-1", PortalHost.Password)));
        Assert.Equal(replaced, await HashAsync(portal));
    }

    [Fact]
    public async Task The_portal_hashes_with_SHA512_and_as_many_rounds_as_OWASP_asks_for()
    {
        using var hashing = new PasswordHashing();
        var hash = Convert.FromBase64String(await hashing.HashAsync(PortalHost.Password, TestContext.Current.CancellationToken));
        Assert.Equal((1, 2u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)))); // Identity's third format, HMAC-SHA512
        Assert.InRange(Rounds(Convert.ToBase64String(hash)), 210_000, int.MaxValue);
    }

    private static async Task<string> HashAsync(PortalHost portal)
    {
        await using var db = portal.Store();
        return (await db.Users.AsNoTracking().SingleAsync(user => user.UserName == "member-1")).PasswordHash!;
    }

    private static int Rounds(string hash) => BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
