using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Services.Storage;

/// <summary>How the database may be reached: encrypted and checked, over a socket of the same machine, or not at all.</summary>
public sealed class StoreOptionsTests
{
    [Theory]
    [Trait("clause", "C9")]
    [InlineData("Host=db;SSL Mode=VerifyFull", 0)]
    [InlineData("Host=db;SSL Mode=VerifyCA", 0)]
    [InlineData("Host=/run/postgresql", 0)]
    [InlineData("Host=db", 1)]
    [InlineData("Host=db;SSL Mode=Disable", 1)]
    [InlineData("Host=db;SSL Mode=Require", 1)]
    [InlineData("Host=db;Nonsense=1", 1)]
    [InlineData("", 1)]
    public void In_service_the_way_to_the_database_is_encrypted_and_checked(string connection, int problems) =>
        Assert.Equal(problems, Of(connection).Problems(evaluation: false).Count());

    [Fact]
    public void An_evaluation_may_do_without() => Assert.Empty(Of("Host=localhost").Problems(evaluation: true));

    [Fact]
    public void What_is_said_about_a_connection_string_holds_nothing_of_it()
    {
        var options = Of("Host=db;Password=topsecret;Nonsense=1");
        Assert.DoesNotContain("topsecret", string.Concat(options.Problems(evaluation: false)) + options, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", Assert.Throws<InvalidOperationException>(() => options.Read()).ToString(), StringComparison.Ordinal);
    }

    private static StoreOptions Of(string connection) => new() { Provider = StoreProvider.PostgreSql, ConnectionString = connection };
}
