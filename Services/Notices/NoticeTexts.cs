using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>
/// What each notice says, whole and fixed, in English and Spanish at once: so no mail tells which language its reader speaks, and only one field of
/// the record has to be read. No name, no value, no link: "sign in to read" (C17).
/// </summary>
[Enforces(Clauses.EmailCarriesNothing, Clauses.NoConfidentialEmail)]
public static class NoticeTexts
{
    /// <summary>The same for every kind: a subject is read over shoulders and on locked screens.</summary>
    public const string Subject = "A notice about your account / Un aviso sobre su cuenta";

    /// <summary>Whether the text has a slot, for what the portal draws at the moment of sending.</summary>
    public static bool HasSlot(NoticeKind kind) => kind is NoticeKind.PasswordHalf or NoticeKind.VerificationCode;

    /// <summary>The body of a notice with a slot.</summary>
    internal static string Body(NoticeKind kind, NoticeSlot slot)
    {
        var (english, spanish) = Sentences(kind);
        return string.Join("\r\n",
            english,
            "",
            $"    {slot.Value}",
            "",
            "It works for ten minutes and is useless alone. If you are not speaking with us on the telephone right now, do nothing, and call the number on your card.",
            "Nobody will ever ask you for your password.",
            "",
            spanish,
            "Sirve durante diez minutos y por s\u00ed solo no vale nada. Si no est\u00e1 hablando con nosotros por tel\u00e9fono ahora mismo, no haga nada y llame al n\u00famero de su tarjeta.",
            "Nadie le pedir\u00e1 nunca su contrase\u00f1a.",
            "");
    }

    /// <summary>The body; lines end as mail wants it.</summary>
    public static string Body(NoticeKind kind)
    {
        var (english, spanish) = Sentences(kind);
        return string.Join("\r\n",
            english,
            "Sign in to the portal to read more: type its address yourself, as it stands on your card. This mail has no link and holds nothing from your record.",
            "If this was not you, call the number on your card at once. Nobody will ever ask you for your password.",
            "",
            spanish,
            "Entre en el portal para leer m\u00e1s: escriba usted mismo la direcci\u00f3n, como figura en su tarjeta. Este correo no tiene enlaces y no contiene nada de su expediente.",
            "Si no fue usted, llame enseguida al n\u00famero de su tarjeta. Nadie le pedir\u00e1 nunca su contrase\u00f1a.",
            "");
    }

    /// <summary>One sentence in English and the same in Spanish.</summary>
    public static (string English, string Spanish) Sentences(NoticeKind kind) => kind switch
    {
        NoticeKind.PasswordChanged => ("The password of your account was changed.", "Se cambi\u00f3 la contrase\u00f1a de su cuenta."),
        NoticeKind.PasswordAssigned => ("A new password was assigned to your account.", "Se asign\u00f3 una contrase\u00f1a nueva a su cuenta."),
        NoticeKind.SecondFactorChanged => ("The second step of signing in to your account was changed.", "Se cambi\u00f3 el segundo paso para entrar en su cuenta."),
        NoticeKind.RecoveryCodeUsed => ("A recovery code was used to sign in to your account.", "Se us\u00f3 un c\u00f3digo de recuperaci\u00f3n para entrar en su cuenta."),
        NoticeKind.SessionsEndedAfterCompromise => ("Your account was closed for safety and everyone was signed out.", "Su cuenta se cerr\u00f3 por seguridad y se cerraron todas las sesiones."),
        NoticeKind.BreakGlassOpened => ("Your record was opened in an emergency.", "Su expediente se abri\u00f3 en una emergencia."),
        NoticeKind.AccessGranted => ("Someone was given access to your record.", "Se dio a alguien acceso a su expediente."),
        NoticeKind.NewMessage => ("There is a new message for you.", "Hay un mensaje nuevo para usted."),
        NoticeKind.PasswordHalf => ("This is the second half of a new password. You hear the first half on the telephone; type both, one after the other, at the sign-in page.",
            "Esta es la segunda mitad de una contrase\u00f1a nueva. La primera la oir\u00e1 por tel\u00e9fono; escriba las dos seguidas en la p\u00e1gina de entrada."),
        NoticeKind.VerificationCode => ("Read out the number to the person you are speaking with, after they have said the three words to you.",
            "Lea el n\u00famero a la persona con quien habla, despu\u00e9s de que ella le haya dicho las tres palabras."),
        NoticeKind.ConcernAnswered => ("Your concern was answered.", "Se respondi\u00f3 a su inquietud."),
    };
}
