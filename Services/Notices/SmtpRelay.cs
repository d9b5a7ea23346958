using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Notices;

/// <summary>MailKit over TLS 1.2 or later, always: a relay that offers no STARTTLS gets no mail and no password (C9, C17). One connection for one mail.</summary>
[Enforces(Clauses.AlwaysEncrypted)]
internal sealed class SmtpRelay(IOptions<SmtpOptions> options) : IMailRelay
{
    private const int ImplicitTls = 465;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<MailAnswer> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        var smtp = options.Value;
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
        // asking whether a certificate was revoked would call a host that is not the relay (C15)
        client.CheckCertificateRevocation = false;
        if (smtp.Pin() is { Length: > 0 } pin)
            client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.GetRawCertData()), pin);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, deadline.Token);
            if (smtp.UserName.Length > 0)
                await client.AuthenticateAsync(smtp.UserName, smtp.Password, deadline.Token);
            await client.SendAsync(message, deadline.Token);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)refused.StatusCode >= 500)
        {
            return MailAnswer.Never;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return MailAnswer.Later;
        }
        catch (Exception failed) when (failed is SmtpCommandException or SmtpProtocolException or ServiceNotConnectedException or SslHandshakeException
            or MailKit.Security.AuthenticationException or SocketException or IOException or NotSupportedException)
        {
            return MailAnswer.Later;
        }
        await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return MailAnswer.Taken;
    }
}
