using System.Globalization;
using System.Text;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Tests.Services.Audit;

/// <summary>
/// C13, C23: whatever is done to an export, the verifier finds it and names the first bad row: exactly, when the forger could not hash the rest of the
/// chain anew, and else the signed stretch in which it lies. <c>AUDIT_TAMPERS=10000</c> in the environment runs more copies.
/// </summary>
[Trait("clause", "C23")]
[Trait("pace", "thorough")]
public sealed class TamperTests : IDisposable
{
    private const int Entries = 60;
    private static readonly int[] SignedAt = [8, 16, 40, 60];
    private readonly string folder = Directory.CreateTempSubdirectory("audit-tamper").FullName;
    private readonly string key;
    private readonly string otherKey;
    private readonly List<byte[]> rows;
    private readonly Dictionary<string, byte[]> checkpoints = [];

    public TamperTests()
    {
        (key, otherKey) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "other.pem"));
        rows = Chained([.. Enumerable.Range(0, Entries).Select(n => AuditStore.Read(n, allowed: n % 13 != 0))]);
        foreach (var size in SignedAt)
            checkpoints[Checkpoint.FileNameOf(size)] = Signed(rows, size, key).Text();
    }

    public enum Kind { Edited, Removed, Inserted, Duplicated, Reordered, Truncated, EditedAndRechained, RemovedAndRechained, InsertedAndRechained, ReorderedAndRechained, Reformatted, CheckpointChanged, CheckpointByAnotherKey, AllByAnotherKey }

    [Fact]
    public void The_untouched_copy_passes()
    {
        var report = Verify("clean", rows, checkpoints);
        Assert.True(report.Passed, string.Join("; ", report.Findings));
        Assert.Equal((Entries, 4, Entries), (report.Entries, report.Checkpoints, report.Covered));
    }

    [Fact]
    public void Every_tampered_copy_is_found_out_and_the_first_bad_row_named()
    {
        var copies = int.Parse(Environment.GetEnvironmentVariable("AUDIT_TAMPERS") ?? "2100", CultureInfo.InvariantCulture);
        var random = new Random(7);
        var missed = new List<string>();
        for (var n = 0; n < copies; n++)
        {
            var kind = (Kind)(n % Enum.GetValues<Kind>().Length);
            var row = random.Next(Entries - 1);
            var (tampered, signed, first) = Tamper(kind, row, random);
            var report = Verify("copy", tampered, signed);
            if (report.Passed || !Named(report, kind, first))
                missed.Add($"{kind} {row}, first bad {first}: {report.FirstBadRow}");
        }
        Assert.Empty(missed);
    }

    public static bool ChainIsWhole(Kind kind) => kind.ToString().EndsWith("Rechained", StringComparison.Ordinal);

    private static bool Named(AuditReport report, Kind kind, long? first)
    {
        if (first is not { } bad)
            return report.Findings.Any(finding => finding.Checkpoint is not null);
        if (report.FirstBadRow is not { Row: { } from, LastRow: { } to } || bad < from || bad > to)
            return false;
        // the last two rows have no successors that could tell them apart; a whole new chain is known by a root only
        return from == to || bad >= Entries - 2 || kind == Kind.Truncated || (ChainIsWhole(kind) && to < SignedAt.First(size => size > bad));
    }

    private (List<byte[]> Rows, Dictionary<string, byte[]> Checkpoints, long? First) Tamper(Kind kind, int row, Random random)
    {
        var copy = rows.ToList();
        var other = (row + 1 + random.Next(Entries - 2)) % Entries;
        switch (kind)
        {
            case Kind.Edited:
                copy[row] = Edit(copy[row], random);
                return (copy, checkpoints, row);
            case Kind.EditedAndRechained:
                copy[row] = Edit(copy[row], random, link: false);
                return (Rechained(copy), checkpoints, row);
            case Kind.Removed:
                copy.RemoveAt(row);
                return (copy, checkpoints, row);
            case Kind.RemovedAndRechained:
                copy.RemoveAt(row);
                return (Rechained(copy), checkpoints, row);
            case Kind.Inserted:
                copy.Insert(row, Edit(copy[row], random));
                return (copy, checkpoints, row);
            case Kind.InsertedAndRechained:
                copy.Insert(row, Edit(copy[other], random, link: false));
                return (Rechained(copy), checkpoints, row);
            case Kind.Duplicated:
                copy.Insert(row, copy[other]);
                return (copy, checkpoints, other == row - 1 ? row - 1 : row);
            case Kind.Reordered:
                (copy[row], copy[other]) = (copy[other], copy[row]);
                return (copy, checkpoints, Math.Min(row, other));
            case Kind.ReorderedAndRechained:
                (copy[row], copy[other]) = (copy[other], copy[row]);
                return (Rechained(copy), checkpoints, Math.Min(row, other));
            case Kind.Truncated:
                copy.RemoveRange(row + 1, Entries - row - 1);
                return (copy, checkpoints, row + 1);
            case Kind.Reformatted:
                copy[row] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(copy[row]).Replace(",", ", ", StringComparison.Ordinal));
                return (copy, checkpoints, row);
            case Kind.CheckpointChanged:
                var name = checkpoints.Keys.ElementAt(row % checkpoints.Count);
                var bytes = checkpoints[name].ToArray();
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(7));
                return (copy, new(checkpoints) { [name] = bytes }, null);
            case Kind.CheckpointByAnotherKey:
                var size = SignedAt[row % SignedAt.Length];
                return (copy, new(checkpoints) { [Checkpoint.FileNameOf(size)] = Signed(rows, size, otherKey).Text() }, null);
            default:
                copy[row] = Edit(copy[row], random, link: false);
                copy = Rechained(copy);
                return (copy, SignedAt.ToDictionary(at => Checkpoint.FileNameOf(at), at => Signed(copy, at, otherKey).Text()), null);
        }
    }

    private AuditReport Verify(string name, List<byte[]> lines, Dictionary<string, byte[]> signed)
    {
        var export = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(export, "audit.ndjson"), [.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        foreach (var (file, text) in signed)
            File.WriteAllBytes(Path.Combine(export, file), text);
        using var publicKey = CheckpointKey.Open(key);
        return VerifyAudit.Folder(export, publicKey.PublicPem());
    }

    // One value becomes another one of the same kind, in the same canonical form.
    private static byte[] Edit(byte[] row, Random random, bool link = true)
    {
        var text = Encoding.UTF8.GetString(row);
        Func<string, string>[] edits = text.Contains("\"ok\":true", StringComparison.Ordinal)
            ? [To("\"ok\":true", "\"ok\":false"), To("\"account\":\"a", "\"account\":\"b"), To("PATRQT", "HPAYMT"), To(".000Z", ".001Z"), To("p1", "p2"), To("RecordRead", "SignIn"), Flip]
            : [To("\"ok\":false", "\"ok\":true"), To("NoLiveNeed", "NotYourRole"), Flip];
        return Encoding.UTF8.GetBytes(edits[random.Next(edits.Length - (link ? 0 : 1))](text));

        static Func<string, string> To(string from, string to) => text => text.Replace(from, to, StringComparison.Ordinal);
    }

    private static string Flip(string text)
    {
        var at = text.IndexOf("\"prev\":\"", StringComparison.Ordinal) + 8;
        return text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..];
    }

    private static List<byte[]> Chained(IReadOnlyList<AuditEntry> entries)
    {
        var (chained, previous) = (new List<byte[]>(), new byte[AuditHash.Size]);
        for (var n = 0; n < entries.Count; n++)
        {
            chained.Add(AuditJson.Write(entries[n], n, previous, new DateTimeOffset(2026, 3, 4, 10, 2, n / 3, TimeSpan.Zero)));
            previous = AuditHash.Leaf(chained[^1]);
        }
        return chained;
    }

    // What someone who can write the database but has no key can do: a whole new chain over the changed rows.
    private static List<byte[]> Rechained(List<byte[]> changed)
    {
        var (chained, previous, last) = (new List<byte[]>(), new byte[AuditHash.Size], DateTimeOffset.MinValue);
        foreach (var row in changed)
        {
            var read = AuditJson.Read(row);
            last = read.At > last ? read.At : last;
            chained.Add(AuditJson.Write(read.Entry, chained.Count, previous, last));
            previous = AuditHash.Leaf(chained[^1]);
        }
        return chained;
    }

    private static Checkpoint Signed(List<byte[]> lines, int size, string keyFile)
    {
        var tree = new MerkleFrontier();
        foreach (var line in lines.Take(size))
            tree.Add(AuditHash.Leaf(line));
        using var signer = CheckpointKey.Open(keyFile);
        return Checkpoint.Sign("portal.test/audit", size, tree.Root(), new DateTimeOffset(2026, 3, 4, 11, 0, 0, TimeSpan.Zero), signer);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
