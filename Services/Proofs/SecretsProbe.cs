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
        var hashes = await db.Assignments.AsNoTracking().Where(row => row.Hash != null).Select(row => row.Hash!).ToListAsync(cancel);
        var passwords = await db.Users.AsNoTracking().Where(account => account.PasswordHash != null).Select(account => account.PasswordHash!).ToListAsync(cancel);
        var wrong = hashes.Concat(passwords).LongCount(hash => hash.Length < ShortestHash || !Base64.IsValid(hash));
        return Measured.Kept(wrong == 0, hashes.Count, passwords.Count, wrong);
    }
}
