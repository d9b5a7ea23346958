namespace PrivacyPortal.RecordSystem.Import;

/// <summary>Reads a file from start to end and says how far it has come.</summary>
internal sealed class CountingStream(string file, Action<long> onBytes)
    : FileStream(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.SequentialScan, BufferSize = 0 })
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        onBytes(read);
        return read;
    }
}
