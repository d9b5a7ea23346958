using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>What the store holds of assigned secrets: hashes of the ones that still work, nothing of those that are over, and never a secret (C7).</summary>
internal sealed class SecretsProbe(IDbContextFactory<PortalDb> stores) : IProbe
{
    // a salted hash in the store's own form is far longer than anything that is assigned
    private const int ShortestHash = 64;

    public ProbeName Name => ProbeName.Secrets;

    public string Clause => Clauses.NothingWrittenDown;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await stores.CreateDbContextAsync(cancel);
        var (hashes, wrongHashes) = await CountAsync(db.Assignments.Where(row => row.Hash != null).Select(row => row.Hash!), cancel);
        var (passwords, wrongPasswords) = await CountAsync(db.Users.Where(account => account.PasswordHash != null).Select(account => account.PasswordHash!), cancel);
        return Measured.Kept(wrongHashes + wrongPasswords == 0, hashes, passwords, wrongHashes + wrongPasswords);
    }

    // one after the other: there may be as many as the plan has members
    private static async Task<(long All, long Wrong)> CountAsync(IQueryable<string> stored, CancellationToken cancel)
    {
        var (all, wrong) = (0L, 0L);
        await foreach (var hash in stored.AsAsyncEnumerable().WithCancellation(cancel))
            (all, wrong) = (all + 1, wrong + (hash.Length < ShortestHash || !Base64.IsValid(hash) ? 1 : 0));
        return (all, wrong);
    }
}
