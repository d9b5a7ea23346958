using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Components.Passwords;

/// <summary>The change in the app (C4). What is typed lives in this page's fields until it is taken or the page is left; no field is drawn with its value.</summary>
public sealed partial class ChangePasswordPage
{
    private const string CurrentField = "CurrentPassword";
    private const string CodeField = "Code";
    private const string NewField = "NewPassword";
    private const string ConfirmField = "ConfirmPassword";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private string name = "";
    private string current = "";
    private string code = "";
    private string wanted = "";
    private string again = "";
    private PasswordJudgement judged = new(0, null, 0);
    private PasswordRefusal? refusal;
    private int round;
    private int keystrokes;
    private bool saving;
    private bool done;
    private bool asksCode;

    [Inject] private ChangePassword Change { get; set; } = default!;

    [Inject] private PasswordRules Rules { get; set; } = default!;

    [Inject] private MemberVisit Visit { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (Visit.Actor is { } who)
            (name, asksCode) = (await Change.SignInNameAsync(who, CancellationToken.None), await Change.AsksCodeAsync(who, CancellationToken.None));
    }

    // judged when the typing pauses: guessing takes longer than a key
    private async Task NewTypedAsync(string? typed)
    {
        wanted = typed ?? "";
        var mine = ++keystrokes;
        await Task.Delay(Pause);
        if (mine == keystrokes)
            judged = Rules.Judge(new NewPassword(wanted, again, name));
    }

    private async Task SubmitAsync()
    {
        if (saving || Visit.Actor is not { } who)
            return;
        (saving, done) = (true, false);
        refusal = await Change.RunAsync(who, new PasswordChange(current, wanted, again, code), CancellationToken.None);
        saving = false;
        asksCode |= refusal is PasswordRefusal.WrongCode or PasswordRefusal.WaitForCode; // five minutes may have passed on this page
        if (refusal is not null)
            return;
        done = true;
        (current, code, wanted, again, judged) = ("", "", "", "", new(0, null, 0));
        round++; // empty fields
    }

    private static string FieldOf(PasswordRefusal why) => why switch
    {
        PasswordRefusal.WrongCurrent or PasswordRefusal.WaitForCurrent or PasswordRefusal.SessionOver => CurrentField,
        PasswordRefusal.WrongCode or PasswordRefusal.WaitForCode => CodeField,
        PasswordRefusal.NotTheSame => ConfirmField,
        _ => NewField,
    };

    private string? ErrorAt(string field) => refusal is { } why && FieldOf(why) == field ? PasswordMessages.Sentence(why) : null;
}
