namespace PrivacyPortal.Services.Access;

/// <summary>A decision in one plain sentence: shown to whoever asked and, later, to the member (C13). Made of closed words only; it names nobody.</summary>
public static class DecisionSentence
{
    /// <summary>The sentence for a decision.</summary>
    public static string Of(in AccessDecision decision, SentenceLanguage language) => decision.Allowed
        ? Permit(decision.Role.Value, decision.Need.Value, decision.Request.Category, decision.Request.Purpose, decision.Scope, decision.Condition, language)
        : Refuse(decision.Refusal.Value, decision.Request.Category, decision.Request.Purpose, language);

    /// <summary>Why something was opened; from an audit entry's parts as well.</summary>
    public static string Permit(
        Role role, NeedKind need, Category category, PurposeOfUse purpose, Scope scope, ItemCondition condition, SentenceLanguage language)
    {
        var what = AccessWords.Say(category, language) + Part(scope, condition, language);
        var (who, why) = (AccessWords.Say(role, language), AccessWords.Say(need, language));
        var purposeWords = AccessWords.Say(purpose, language);
        return language == SentenceLanguage.Spanish
            ? $"Se abrió ({what}) para {who}, {purposeWords}, porque {why}."
            : $"Opened ({what}) to {who}, {purposeWords}, because {why}.";
    }

    /// <summary>Why something stayed closed.</summary>
    public static string Refuse(Refusal refusal, Category category, PurposeOfUse purpose, SentenceLanguage language)
    {
        var what = AccessWords.Say(category, language);
        var purposeWords = AccessWords.Say(purpose, language);
        var why = Because(refusal, language);
        return language == SentenceLanguage.Spanish ? $"No se abrió ({what}), {purposeWords}: {why}." : $"Not opened ({what}), {purposeWords}: {why}.";
    }

    /// <summary>The reason of a refusal, as the end of a sentence.</summary>
    public static string Because(Refusal refusal, SentenceLanguage language) => language == SentenceLanguage.Spanish ? Spanish(refusal) : English(refusal);

    private static string Part(Scope scope, ItemCondition condition, SentenceLanguage language)
    {
        var spanish = language == SentenceLanguage.Spanish;
        var limited = scope == Scope.Limited ? spanish ? ", solo algunos datos" : ", a few fields only" : "";
        var entries = (condition & (ItemCondition.OwnItems | ItemCondition.CaseItems)) switch
        {
            ItemCondition.OwnItems => spanish ? ", solo lo de su consultorio" : ", the practice's own only",
            ItemCondition.CaseItems => spanish ? ", solo lo del caso" : ", those of the case only",
            _ => "",
        };
        return limited + entries;
    }

    private static string English(Refusal refusal) => refusal switch
    {
        Refusal.PasswordNotPersonal => "the assigned password has to be replaced first",
        Refusal.SecondFactorOwed => "the second step of signing in has to be given first",
        Refusal.NotYourRole => "no role of this account may see it for this purpose",
        Refusal.NoLiveNeed => "there is no need for it that is live now",
        Refusal.SessionEnded => "the session has ended",
        Refusal.NotAudited => "it could not be written down who opens it",
        Refusal.TooClose => "nobody opens their own, a colleague's or a relative's record at work",
        Refusal.ClosedByMember => "the member asked that it stays closed",
        Refusal.NotPermittedByMember => "the member has not given permission",
        Refusal.SensitiveNotNamed => "it is specially protected, and the need does not name it",
    };

    private static string Spanish(Refusal refusal) => refusal switch
    {
        Refusal.PasswordNotPersonal => "primero hay que reemplazar la contraseña asignada",
        Refusal.SecondFactorOwed => "primero hay que dar el segundo paso de la entrada",
        Refusal.NotYourRole => "ninguna función de esta cuenta puede verlo para este fin",
        Refusal.NoLiveNeed => "no hay ahora una necesidad vigente",
        Refusal.SessionEnded => "la sesión terminó",
        Refusal.NotAudited => "no se pudo registrar quién lo abre",
        Refusal.TooClose => "nadie abre en el trabajo su propio expediente, ni el de colegas o familiares",
        Refusal.ClosedByMember => "la persona afiliada pidió que permanezca cerrado",
        Refusal.NotPermittedByMember => "la persona afiliada no ha dado su permiso",
        Refusal.SensitiveNotNamed => "tiene protección especial y la necesidad no lo nombra",
    };
}
