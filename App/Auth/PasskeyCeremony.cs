using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Identity's own WebAuthn: questions are made and answers checked for the address that the browser sees. No attestation is asked for, so nothing
/// tells which make of device a person has.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
internal sealed class PasskeyCeremony : IPasskeyCeremony, IDisposable
{
    private readonly IHttpContextAccessor http;
    private readonly UserManager<PortalUser> users;
    private readonly PasskeyHandler<PortalUser> handler;

    public PasskeyCeremony(PasskeyStore store, IHttpContextAccessor http, ILogger<UserManager<PortalUser>> log)
    {
        this.http = http;
        // the handler asks it for accounts and passkeys only; passwords, tokens and names are none of its business here
        users = new UserManager<PortalUser>(store, null!, null!, [], [], null!, null!, null!, log);
        handler = new PasskeyHandler<PortalUser>(users, Options.Create(new IdentityPasskeyOptions
        {
            AuthenticatorTimeout = TimeSpan.FromMinutes(3),
            UserVerificationRequirement = "preferred",
            ResidentKeyRequirement = "discouraged",
            AttestationConveyancePreference = "none",
            // the framework's own check reads the request's Origin header, which no form of a page that sends no referrer carries
            ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"https://{asked.HttpContext.Request.Host.Value}"),
        }));
    }

    public async Task<(string Question, byte[] State)> AskForNewAsync(PortalUser account)
    {
        var user = new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.UserName! };
        var asked = await handler.MakeCreationOptionsAsync(user, Http);
        return (asked.CreationOptionsJson, Bytes(asked.AttestationState));
    }

    public async Task<UserPasskeyInfo?> TakeAsync(PortalUser account, string answer, byte[] state)
    {
        var made = await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = answer, AttestationState = Encoding.UTF8.GetString(state) });
        return made.Succeeded && made.UserEntity.Id == account.Id ? made.Passkey : null;
    }

    public async Task<(string Question, byte[] State)> AskForOneAsync(PortalUser account)
    {
        var asked = await handler.MakeRequestOptionsAsync(account, Http);
        return (asked.RequestOptionsJson, Bytes(asked.AssertionState));
    }

    public async Task<UserPasskeyInfo?> CheckAsync(PortalUser account, string answer, byte[] state)
    {
        var used = await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = answer, AssertionState = Encoding.UTF8.GetString(state) });
        return used.Succeeded && used.User.Id == account.Id ? used.Passkey : null;
    }

    public void Dispose() => users.Dispose();

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("A passkey is asked for in a request.");

    private static byte[] Bytes(string? state) => Encoding.UTF8.GetBytes(state ?? "");
}
