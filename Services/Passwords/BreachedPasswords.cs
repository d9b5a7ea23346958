using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Passwords;

/// <summary>
/// The passwords known from thefts elsewhere, in a file that the plan keeps beside the portal: lines <c>SHA-1 in hexadecimal:count</c>, in ascending order,
/// as the public lists come. It is searched where it lies; no part of a password is asked of anybody (C15). Without a file nothing is known.
/// </summary>
[Enforces(Clauses.PersonalPassword, Clauses.NothingSentOutside)]
public sealed class BreachedPasswords : IDisposable
{
    private const int HashLength = 40;
    private const int LongestLine = 64;

    private readonly FileStream? list;

    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public BreachedPasswords(string? path) =>
        list = string.IsNullOrEmpty(path) ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.RandomAccess);

    /// <summary>Whether the password stands in the list, in some 35 short reads of a list of a thousand million.</summary>
    public bool Contains(string password)
    {
        if (list is null)
            return false;
#pragma warning disable CA5350 // the lists are made with it; nothing rests on its strength
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        var (low, high) = (0L, RandomAccess.GetLength(list.SafeFileHandle));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (hash, end) = LineFrom(middle);
            if (hash is null || string.CompareOrdinal(hash, wanted) > 0)
                high = middle;
            else if (hash == wanted)
                return true;
            else
                low = end;
        }
        return false;
    }

    public void Dispose() => list?.Dispose();

    // the first whole line that begins at or after this place, and where the next begins
    private (string? Hash, long End) LineFrom(long place)
    {
        Span<byte> read = stackalloc byte[2 * LongestLine];
        var from = Math.Max(0, place - 1);
        read = read[..RandomAccess.Read(list!.SafeFileHandle, read, from)];
        var start = place == 0 ? 0 : read.IndexOf((byte)'\n') + 1;
        if ((place > 0 && start == 0) || read.Length - start < HashLength)
            return (null, 0);
        var rest = read[start..];
        var length = rest.IndexOf((byte)'\n');
        return (Encoding.ASCII.GetString(rest[..HashLength]).ToUpperInvariant(), from + start + (length < 0 ? rest.Length : length + 1));
    }
}
