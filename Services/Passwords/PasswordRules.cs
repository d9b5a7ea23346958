using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Passwords;

/// <summary>
/// What a personal password must be (C2): NIST SP 800-63B-4 and OWASP ASVS 5.0 V6.2. Length and lists only: no composition rule, no expiry,
/// no trimming; each code point counts as one character. Every failure carries a <see cref="PasswordRefusal"/> as its state.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class PasswordRules : AbstractValidator<NewPassword>
{
    /// <summary>Characters when the password is the only authenticator.</summary>
    public const int ShortestAlone = 15;

    public const int Longest = 256;

    private readonly string[] planWords;

    private readonly BreachedPasswords breached;

    public PasswordRules(IOptions<PlanOptions> plan, BreachedPasswords breached)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.breached = breached;
        planWords = [.. $"{plan.Value.Name} {plan.Value.LegalName}".Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3)];
        RuleFor(wanted => wanted).Custom((wanted, context) =>
        {
            if (Check(wanted) is { } refusal)
                context.AddFailure(new ValidationFailure(nameof(NewPassword.Password), refusal.ToString()) { CustomState = refusal });
            else if (wanted.Password != wanted.Confirmation)
                context.AddFailure(new ValidationFailure(nameof(NewPassword.Confirmation), nameof(PasswordRefusal.NotTheSame)) { CustomState = PasswordRefusal.NotTheSame });
        });
    }

    /// <summary>The first reason against the password itself, or null.</summary>
    public PasswordRefusal? Check(NewPassword wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var characters = wanted.Password.EnumerateRunes().Count();
        return characters switch
        {
            0 => PasswordRefusal.Missing,
            < ShortestAlone => PasswordRefusal.TooShort,
            > Longest => PasswordRefusal.TooLong,
            _ when NamesAccountOrPlan(wanted) => PasswordRefusal.NamesAccountOrPlan,
            _ when breached.Contains(wanted.Password) => PasswordRefusal.Breached,
            _ => GuessablePassword.Check(wanted.Password, [wanted.UserName, .. planWords]),
        };
    }

    /// <summary>Everything that a person who is choosing wants to see at once: rule by rule, and how hard it is to guess.</summary>
    public PasswordJudgement Judge(NewPassword wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var characters = wanted.Password.EnumerateRunes().Count();
        return new PasswordJudgement(characters, Check(wanted), GuessablePassword.Score(wanted.Password, [wanted.UserName, .. planWords]));
    }

    /// <summary>The form a password is hashed in: Unicode NFC, so that two keyboards give the same password.</summary>
    internal static string Canonical(string password) => password.IsNormalized(NormalizationForm.FormC) ? password : password.Normalize(NormalizationForm.FormC);

    private bool NamesAccountOrPlan(NewPassword wanted)
    {
        bool Holds(string word) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            wanted.Password, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
        return (wanted.UserName.Length > 3 && Holds(wanted.UserName)) || planWords.Count(Holds) >= Math.Min(2, Math.Max(1, planWords.Length));
    }
}
