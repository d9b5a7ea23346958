namespace PrivacyPortal.Services.Proofs;

/// <summary>Measures one thing that shows whether a clause is kept on this server. It writes nothing, and says nothing about anyone (C23).</summary>
public interface IProbe
{
    ProbeName Name { get; }

    /// <summary>The clause that turns red when it is not kept.</summary>
    string Clause { get; }

    /// <summary>An exception counts as not measured, never as kept.</summary>
    Task<Measured> MeasureAsync(CancellationToken cancel);
}

/// <summary>What is measured. The sentences stand where the page is drawn.</summary>
public enum ProbeName
{
    Gate,
    Assigned,
    Outlived,
    Reassigned,
    Secrets,
    ClosedPasswords,
    Encryption,
    Certificate,
    StoreColumns,
    Disk,
    Dumps,
    RecordsHeld,
    Scrub,
    OpenParts,
    Outgoing,
    BrowserPolicy,
    Notices,
    Left,
    Stayed,
    Concerns,
    Audit,
}

/// <summary>How a promise stands. There is no fourth state and no default of kept.</summary>
public enum ProofState
{
    NotMeasured,
    Kept,
    NotKept,
}

/// <summary>One measurement: the state, and the figures that its sentence has blanks for.</summary>
public sealed record Measured(ProofState State, params IReadOnlyList<long> Figures)
{
    public static Measured Not { get; } = new(ProofState.NotMeasured);

    /// <summary>Kept or not, and the figures.</summary>
    public static Measured Kept(bool kept, params IReadOnlyList<long> figures) => new(kept ? ProofState.Kept : ProofState.NotKept, figures);
}
