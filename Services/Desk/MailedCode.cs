using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Desk;

/// <summary>Draws the code of a call at the moment of sending; the store keeps its hash. The mail also has the words by which the employee proves to be of the plan.</summary>
internal sealed class MailedCode(IDbContextFactory<PortalDb> store, PasswordHashing hashing, TimeProvider clock) : INoticeSlot
{
    public NoticeKind Kind => NoticeKind.VerificationCode;

    public async Task<NoticeSlot?> FillAsync(string noticeId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var oldest = clock.GetUtcNow() - VerifyCaller.CodeWorks;
        if (await db.DeskScripts.SingleOrDefaultAsync(row => row.CodeNoticeId == noticeId && row.EndedAt == null && row.Reach == null && row.At > oldest, cancel) is not { } script)
            return null;
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        script.CodeHash = await hashing.HashAsync(code, cancel);
        await db.SaveChangesAsync(cancel);
        return new NoticeSlot($"{code[..4]} {code[4..]}    {script.Words}");
    }
}
