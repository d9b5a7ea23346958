using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using PrivacyPortal.App.Edge;

namespace PrivacyPortal.App.Proofs;

/// <summary>
/// Looks at every answer as it leaves and counts: over a weak connection, without the policy that keeps other hosts out, or from a closed place to
/// somebody who is not signed in (C2, C9, C15). What was once wrong stays counted until the portal starts again.
/// </summary>
internal sealed class AnswerWatch
{
    // whole directives: one that names another host beside 'self' is another directive
    private static readonly string[] Needed =
        ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "img-src 'self'", "font-src 'self'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"];

    private long answers;
    private long connections;
    private long weak;
    private long open;
    private long unguarded;

    internal long Answers => Interlocked.Read(ref answers);

    internal long Encrypted => Interlocked.Read(ref connections);

    internal long Weak => Interlocked.Read(ref weak);

    /// <summary>Answers whose policy would let a page speak to another host.</summary>
    internal long Open => Interlocked.Read(ref open);

    /// <summary>Answers with content from a closed place to nobody in particular.</summary>
    internal long Unguarded => Interlocked.Read(ref unguarded);

    /// <summary>The certificate that was sent last; null before the first answer, or when another server ends the encryption.</summary>
    internal X509Certificate? Certificate { get; private set; }

    /// <summary>Whether a page under this policy loads from and speaks to nobody else.</summary>
    internal static bool KeepsOthersOut(string policy)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(Needed, directives.Contains);
    }

    internal void Look(HttpContext context)
    {
        Interlocked.Increment(ref answers);
        if (context.Features.Get<ITlsHandshakeFeature>() is { } tls)
        {
            if (context.Features.Get<ISslStreamFeature>()?.SslStream.LocalCertificate is { } sent)
                Certificate = sent;
            Interlocked.Increment(ref connections);
            if (!StrongTls.IsStrong(tls.Protocol, tls.NegotiatedCipherSuite))
                Interlocked.Increment(ref weak);
        }
        if (!KeepsOthersOut(context.Response.Headers.ContentSecurityPolicy.ToString()))
            Interlocked.Increment(ref open);
        if (context.Response.StatusCode < StatusCodes.Status300MultipleChoices && context.User.Identity is not { IsAuthenticated: true }
            && context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            Interlocked.Increment(ref unguarded);
    }
}
