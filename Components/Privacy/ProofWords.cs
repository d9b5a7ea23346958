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

    internal static string Say(Proof proof) => proof.State switch
    {
        ProofState.Kept => Kept(proof.Name, Figures(proof)),
        ProofState.NotKept => Broken(proof.Name, Figures(proof)),
        ProofState.NotMeasured => Unmeasured(proof.Name),
    };

    private static object[] Figures(Proof proof) => [.. proof.Figures.Select(figure => figure.ToString("N0", Words.Culture))];

    private static string Unmeasured(ProbeName name) => name == ProbeName.Disk
        ? T("No marks of a test member are configured here, so nothing was looked for.") : T("This could not be measured.");

    private static string Kept(ProbeName name, object[] figures) => name switch
    {
        ProbeName.Gate => T("{0} places are closed to who is not signed in; answers from one to a visitor: {2}.", figures),
        ProbeName.Assigned => T("{0} pages are open; those of someone whose password is still the assigned one: {1}.", figures),
        ProbeName.Outlived => T("{0} pages are open; those that a change of the password should have ended: {1}.", figures),
        ProbeName.Reassigned => T("Our staff assigned {0} forgotten passwords anew; those without a completed check of the person: {1}.", figures),
        ProbeName.Secrets => T("{0} assigned secrets are on their way and {1} passwords are set; all are stored as hashes only.", figures),
        ProbeName.Encryption => T("{0} answers went over strongly encrypted connections; over weak ones: {1}.", figures),
        ProbeName.Certificate => T("The certificate of this website is valid for {0} more days, and the website answers to its own names only.", figures),
        ProbeName.StoreColumns => T("The database has {0} columns; those that could hold a person: {1}.", figures),
        ProbeName.Disk => T("The marks of a test member were looked for in {0} files; found in: {1}.", figures),
        ProbeName.Dumps => T("The system can write this program's memory neither to a dump nor to swap.", figures),
        ProbeName.RecordsHeld => T("Parts of records in memory now: {0}, the oldest for {1} seconds; open pages: {2}.", figures),
        ProbeName.Scrub => T("Memory was overwritten {0} times since the start; nothing waits for longer than it may.", figures),
        ProbeName.OpenParts => T("Parts of records open now: {0}; those that the rules of this moment would refuse: {1}.", figures),
        ProbeName.Outgoing => T("Connections opened since the start: to the record system {0}, to the mail server {1}, to itself {2}, elsewhere {3}.", figures),
        ProbeName.BrowserPolicy => T("{0} answers told the browser to speak to nobody else; answers that did not: {1}.", figures),
        ProbeName.Notices => T("{0} notices were mailed; those that stand in nobody's list: {1}.", figures),
        ProbeName.ClosedPasswords => T("{0} passwords are closed because someone may know them; what still opens with one: {1}.", figures),
        ProbeName.Left => T("{0} pages are open; those of someone who has left: {1}.", figures),
        ProbeName.Stayed => T("{0} pages are open; those of someone who has not seen this version: {1}.", figures),
        ProbeName.Concerns => T("{0} comments and concerns wait for an answer; those that waited too long: {1}.", figures),
        ProbeName.Audit => T("The log was verified: {0} entries, {1} of them signed.", figures),
    };

    private static string Broken(ProbeName name, object[] figures) => name switch
    {
        ProbeName.Gate => T("A place that should be closed is not: {1} without a gate, {2} answers to a visitor.", figures),
        ProbeName.Assigned => T("{1} sessions have a page open with an assigned password.", figures),
        ProbeName.Outlived => T("{1} sessions go on although the password was changed.", figures),
        ProbeName.Reassigned => T("{1} forgotten passwords were assigned anew without a completed check of the person.", figures),
        ProbeName.Secrets => T("{2} stored values are not hashes.", figures),
        ProbeName.Encryption => T("{1} of {0} answers went over a weakly encrypted connection.", figures),
        ProbeName.Certificate => T("The certificate is not in its time ({0} days left), or the website answers to any name ({2}).", figures),
        ProbeName.StoreColumns => T("{1} of the {0} columns of the database should not be there.", figures),
        ProbeName.Disk => T("Marks of a test member were found in {1} of {0} files.", figures),
        ProbeName.Dumps => T("The system could write this program's memory to a disk (dump possible: {0}, swap possible: {1}).", figures),
        ProbeName.RecordsHeld => T("{0} parts of records are in memory that no open page shows, the oldest for {1} seconds.", figures),
        ProbeName.Scrub => T("Memory that was left waits to be overwritten for {2} seconds, or cannot be ({3}).", figures),
        ProbeName.OpenParts => T("{1} parts of records are open that the rules of this moment refuse.", figures),
        ProbeName.Outgoing => T("{3} connections went to places that nobody configured.", figures),
        ProbeName.BrowserPolicy => T("{1} of {0} answers would let a page speak to others.", figures),
        ProbeName.Notices => T("{1} notices stand in nobody's list.", figures),
        ProbeName.ClosedPasswords => T("{1} things still open with a password that was closed.", figures),
        ProbeName.Left => T("{1} sessions have ended and still have a page open.", figures),
        ProbeName.Stayed => T("{1} sessions have a page open and have not stayed under this version.", figures),
        ProbeName.Concerns => T("{1} comments or concerns were not answered in time.", figures),
        ProbeName.Audit => T("The log is not as it was written: {2} findings in {0} entries.", figures),
    };
}
