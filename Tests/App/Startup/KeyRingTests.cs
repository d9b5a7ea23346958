using Microsoft.Extensions.Configuration;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Startup;

[Trait("clause", "C7")]
public sealed class KeyRingTests
{
    [Fact]
    public async Task The_keys_lie_beside_the_store_encrypted()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        await browser.ReadAsync("/sign-in"); // its form token needs a key
        var key = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(portal.DataDirectory, "keys"), "key-*.xml")), TestContext.Current.CancellationToken);
        Assert.Contains("EncryptedXmlDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.DoesNotContain("unencrypted form", key, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_says_what_certificate_it_lacks()
    {
        Assert.Contains("must name the RSA certificate", Assert.Single(KeyRing.Problems(new ConfigurationBuilder().Build())), StringComparison.Ordinal);
        var named = new ConfigurationBuilder().AddInMemoryCollection([new("Portal:KeyRing:Path", "/nowhere/ring.pfx")]).Build();
        Assert.Contains("no file", Assert.Single(KeyRing.Problems(named)), StringComparison.Ordinal);
    }
}
