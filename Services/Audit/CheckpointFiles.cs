namespace PrivacyPortal.Services.Audit;

/// <summary>The folder of checkpoints. Files are added, never written over.</summary>
internal sealed class CheckpointFiles(AuditPlaces places)
{
    /// <summary>Every file that is named as a checkpoint, by size, with what it says; null when it says nothing that can be read.</summary>
    internal static IEnumerable<(string Name, Checkpoint? Checkpoint)> In(string folder) => !Directory.Exists(folder) ? [] :
        from file in Directory.EnumerateFiles(folder)
        let name = Path.GetFileName(file)
        where Checkpoint.IsFileName(name) && !name.EndsWith(".new", StringComparison.Ordinal)
        orderby name
        select (name, Read(file, name));

    internal IEnumerable<(string Name, Checkpoint? Checkpoint)> All() => In(places.Checkpoints);

    /// <summary>The newest one that can be read.</summary>
    internal Checkpoint? Newest() => All().Select(file => file.Checkpoint).LastOrDefault(checkpoint => checkpoint is not null);

    /// <summary>What the signer remembers beside its key.</summary>
    internal Checkpoint? LastSigned() => File.Exists(places.LastSigned) ? Checkpoint.Parse(File.ReadAllBytes(places.LastSigned)) : null;

    internal bool HasLastSigned() => File.Exists(places.LastSigned);

    /// <summary>Copies one byte for byte.</summary>
    internal void Copy(string name, string folder) => File.Copy(Path.Combine(places.Checkpoints, name), Path.Combine(folder, name));

    internal void Add(Checkpoint checkpoint)
    {
        Directory.CreateDirectory(places.Checkpoints);
        Place(checkpoint, Path.Combine(places.Checkpoints, checkpoint.FileName), overwrite: false);
        Place(checkpoint, places.LastSigned, overwrite: true);
    }

    private static Checkpoint? Read(string file, string name) =>
        Checkpoint.Parse(File.ReadAllBytes(file)) is { } read && read.FileName == name ? read : null;

    // Under its own name only when it is whole and on disk.
    private static void Place(Checkpoint checkpoint, string file, bool overwrite)
    {
        if (!overwrite && File.Exists(file))
            return;
        var unfinished = $"{file}.{Guid.NewGuid():N}.new";
        using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(checkpoint.Text());
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, file, overwrite);
    }
}
