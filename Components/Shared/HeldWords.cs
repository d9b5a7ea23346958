using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Components.Shared;

/// <summary>Why a section is closed: to the one whose record it is in words of their own, to anybody else by the decision's own sentence (C13).</summary>
internal static class HeldWords
{
    internal static string Why(Held held) => held switch
    {
        { Decision: { } decision } when !IsOwn(decision) || held.Refusal is null => DecisionSentence.Of(decision, Words.Sentence),
        { Refusal: { } refusal } => ProblemWords.Say(refusal),
        _ => ProblemWords.Say(Refusal.NotYourRole),
    };

    private static bool IsOwn(AccessDecision decision) => decision.Request.Actor.OwnRecord is { } own && own == decision.Request.Subject;
}
