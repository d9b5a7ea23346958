using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>The sign-in names of accounts that rows speak of. What no account is, such as <c>setup</c>, is called as it is.</summary>
internal sealed class AccountNames(IReadOnlyDictionary<string, string> names)
{
    internal string Of(string account) => names.GetValueOrDefault(account, account);
}

internal static class AccountNamesReader
{
    internal static async Task<AccountNames> NamesAsync(this PortalDb db, IEnumerable<string?> accounts, CancellationToken cancel)
    {
        var ids = accounts.OfType<string>().Distinct().ToList();
        return new(await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName!, cancel));
    }
}
