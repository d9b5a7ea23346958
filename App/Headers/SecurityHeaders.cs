using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Headers;

/// <summary>What every answer says to the browser. Nothing is loaded from elsewhere, framed, cached or sent as a referrer (C9, C15).</summary>
/// <remarks>style-src-attr: Blazor and MudBlazor write style attributes. trusted-types default: blazor.web.js needs one HTML policy; scripts stay closed.</remarks>
[Enforces(Clauses.NothingSentOutside, Clauses.AlwaysEncrypted)]
internal static class SecurityHeaders
{
    private const int TwoYears = 63_072_000;

    internal static HeaderPolicyCollection Policy() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginEmbedderPolicy(policy => policy.RequireCorp())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(TwoYears)
        .AddCustomHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), publickey-credentials-create=(self), publickey-credentials-get=(self)")
        .RemoveServerHeader()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddStyleSrcAttr().UnsafeInline();
            csp.AddImgSrc().Self();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().Self();
            csp.AddFrameAncestors().None();
            csp.AddObjectSrc().None();
            csp.AddRequireTrustedTypesFor().Script();
            csp.AddTrustedTypes().AllowPolicy("default");
        });
}
