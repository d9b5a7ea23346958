using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Passwords;

/// <summary>The plan's list of stolen passwords is searched where it lies: every one that is on it is found, and nothing else.</summary>
[Trait("clause", "C2")]
[Trait("clause", "C15")]
public sealed class BreachedPasswordsTests
{
    [Theory]
    [InlineData(1, "\r\n", ":3")]
    [InlineData(2, "\n", "")]
    [InlineData(1000, "\r\n", ":17")]
    [InlineData(1000, "\n", ":1234567")]
    public void Every_password_of_the_list_is_found_and_no_other(int count, string newLine, string tail)
    {
        using var folder = new TemporaryFolder();
        var stolen = Enumerable.Range(0, count).Select(n => $"stolen password {n}").ToList();
        using var list = new BreachedPasswords(List(folder, stolen, newLine, tail));
        Assert.All(stolen, password => Assert.True(list.Contains(password), password));
        Assert.All(Enumerable.Range(0, 1000), n => Assert.False(list.Contains($"own password {n}")));
    }

    [Fact]
    public void A_last_line_without_an_end_is_found_too()
    {
        using var folder = new TemporaryFolder();
        var path = List(folder, ["one", "two", "three"], "\n", ":1");
        File.WriteAllText(path, File.ReadAllText(path).TrimEnd());
        using var list = new BreachedPasswords(path);
        Assert.All(["one", "two", "three"], password => Assert.True(list.Contains(password)));
    }

    [Fact]
    public void An_empty_list_and_no_list_hold_nothing()
    {
        using var folder = new TemporaryFolder();
        using var empty = new BreachedPasswords(List(folder, [], "\n", ""));
        using var none = new BreachedPasswords(null);
        Assert.False(empty.Contains("one"));
        Assert.False(none.Contains("one"));
    }

    [Fact]
    public void A_list_that_is_not_there_stops_the_start() => Assert.ThrowsAny<IOException>(() => new BreachedPasswords("/nowhere/list.txt").Dispose());

    [Fact]
    public void A_thousand_stolen_passwords_that_are_long_and_hard_to_guess_are_each_refused_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        var stolen = Enumerable.Range(0, 1000).Select(n => $"gravel {n} otter lampshade quorum").ToList();
        using var list = new BreachedPasswords(List(folder, stolen, "\n", ":9"));
        var rules = new PasswordRules(Options.Create(new PlanOptions()), list);
        Assert.All(stolen, password => Assert.Equal(PasswordRefusal.Breached, rules.Check(new NewPassword(password, password, "member-1"))));
        Assert.Null(rules.Check(new NewPassword("gravel 1000 otter lampshade quorum", "gravel 1000 otter lampshade quorum", "member-1")));
    }

    private static string List(TemporaryFolder folder, IEnumerable<string> passwords, string newLine, string tail)
    {
        var path = Path.Combine(folder.Path, "stolen.txt");
        File.WriteAllText(path, string.Concat(passwords.Select(Hash).Order(StringComparer.Ordinal).Select(hash => hash + tail + newLine)));
        return path;
    }

#pragma warning disable CA5350 // the form of the public lists
    private static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
