using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Ten codes for when the factor itself is lost: each works once. 118 random bits each, kept as digests, shown once (C7).</summary>
internal static class RecoveryCodes
{
    internal const int Count = 10;
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 24;

    /// <summary>Replaces the account's codes by new ones, and returns them as they are shown; the caller saves.</summary>
    internal static async Task<IReadOnlyList<string>> ReplaceAsync(PortalDb db, string accountId, DateTimeOffset now, CancellationToken cancel)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(code => code.AccountId == accountId).ToListAsync(cancel));
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCodeRow { AccountId = accountId, Digest = Digest(accountId, code), MadeAt = now }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(group => new string(group))))];
    }

    /// <summary>The unused code that was typed, with or without its hyphens; null when there is none.</summary>
    internal static async Task<RecoveryCodeRow?> FindAsync(PortalDb db, string accountId, string typed, CancellationToken cancel)
    {
        var code = string.Concat(typed.Where(c => c != '-' && !char.IsWhiteSpace(c))).ToLowerInvariant();
        if (code.Length != Length)
            return null;
        var digest = Digest(accountId, code);
        return await db.RecoveryCodes.SingleOrDefaultAsync(row => row.AccountId == accountId && row.Digest == digest, cancel);
    }

    private static byte[] Digest(string accountId, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId} {code}"));
}
