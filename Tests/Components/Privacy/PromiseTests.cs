using PrivacyPortal.Components.Privacy;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Tests.Components.Privacy;

public sealed class PromiseTests
{
    [Fact]
    public void The_page_lists_every_clause_once_and_in_order() =>
        Assert.Equal(Clauses.All, Promise.All.Select(promise => promise.Clause));
}
