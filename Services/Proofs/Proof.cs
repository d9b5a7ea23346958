namespace PrivacyPortal.Services.Proofs;

/// <summary>The latest result of a probe: what, for which clause, how it stands, when it was measured, and since when it stands so.</summary>
public sealed record Proof(ProbeName Name, string Clause, ProofState State, IReadOnlyList<long> Figures, DateTimeOffset At, DateTimeOffset Since);
