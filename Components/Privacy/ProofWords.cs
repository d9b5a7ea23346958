using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.Components.Privacy;

/// <summary>What was measured, in a sentence: the figures fill its blanks. What is not measured has no figures.</summary>
internal static class ProofWords
{
    internal static string Say(ProofState state) => state switch
    {
        ProofState.Kept => T("Kept"),
        ProofState.NotKept => T("Not kept"),
        ProofState.NotMeasured => T("Not measured here"),
    };

    internal static string Css(ProofState state) => state switch
    {
        ProofState.Kept => "kept",
        ProofState.NotKept => "broken",
        ProofState.NotMeasured => "unmeasured",
    };

    internal static string Say(Proof proof) => proof.State == ProofState.NotMeasured ? Unmeasured(proof.Name)
        : T(proof.State == ProofState.Kept ? Kept(proof.Name) : Broken(proof.Name), [.. proof.Figures.Select(figure => (object)figure.ToString("N0", Words.Culture))]);

    private static string Unmeasured(ProbeName name) => name == ProbeName.Disk
        ? T("No marks of a test member are configured here, so nothing was looked for.") : T("This could not be measured.");

    // the keys of the texts; T is asked where the figures are known
    private static string Kept(ProbeName name) => name switch
    {
        ProbeName.Gate => "{0} places are closed to who is not signed in; answers from one to a visitor: {2}.",
        ProbeName.Secrets => "{0} assigned secrets are on their way and {1} passwords are set; all are stored as hashes only.",
        ProbeName.Encryption => "{0} answers went over strongly encrypted connections; over weak ones: {1}.",
        ProbeName.StoreColumns => "The database has {0} columns; those that could hold a person: {1}.",
        ProbeName.Disk => "The marks of a test member were looked for in {0} files; found in: {1}.",
        ProbeName.Dumps => "The system can write this program's memory neither to a dump nor to swap.",
        ProbeName.RecordsHeld => "Parts of records in memory now: {0}, the oldest for {1} seconds; open pages: {2}.",
        ProbeName.Scrub => "Memory was overwritten {0} times since the start; nothing waits for longer than it may.",
        ProbeName.Outgoing => "Connections opened since the start: to the record system {0}, to the mail server {1}, to itself {2}, elsewhere {3}.",
        ProbeName.BrowserPolicy => "{0} answers told the browser to speak to nobody else; answers that did not: {1}.",
        ProbeName.Notices => "{0} notices were mailed; those that stand in nobody's list: {1}.",
        ProbeName.ClosedPasswords => "{0} passwords are closed because someone may know them; what still opens with one: {1}.",
        ProbeName.Left => "{0} pages are open; those of someone who has left: {1}.",
        ProbeName.Stayed => "{0} pages are open; those of someone who has not seen this version: {1}.",
        ProbeName.Concerns => "{0} comments and concerns wait for an answer; those that waited too long: {1}.",
        ProbeName.Audit => "The log was verified: {0} entries, {1} of them signed.",
    };

    private static string Broken(ProbeName name) => name switch
    {
        ProbeName.Gate => "A place that should be closed is not: {1} without a gate, {2} answers to a visitor.",
        ProbeName.Secrets => "{2} stored values are not hashes.",
        ProbeName.Encryption => "{1} of {0} answers went over a weakly encrypted connection.",
        ProbeName.StoreColumns => "{1} of the {0} columns of the database should not be there.",
        ProbeName.Disk => "Marks of a test member were found in {1} of {0} files.",
        ProbeName.Dumps => "The system could write this program's memory to a disk (dump possible: {0}, swap possible: {1}).",
        ProbeName.RecordsHeld => "{0} parts of records are in memory that no open page shows, the oldest for {1} seconds.",
        ProbeName.Scrub => "Memory that was left waits to be overwritten for {2} seconds, or cannot be ({3}).",
        ProbeName.Outgoing => "{3} connections went to places that nobody configured.",
        ProbeName.BrowserPolicy => "{1} of {0} answers would let a page speak to others.",
        ProbeName.Notices => "{1} notices stand in nobody's list.",
        ProbeName.ClosedPasswords => "{1} things still open with a password that was closed.",
        ProbeName.Left => "{1} sessions have ended and still have a page open.",
        ProbeName.Stayed => "{1} sessions have a page open and have not stayed under this version.",
        ProbeName.Concerns => "{1} comments or concerns were not answered in time.",
        ProbeName.Audit => "The log is not as it was written: {2} findings in {0} entries.",
    };
}
