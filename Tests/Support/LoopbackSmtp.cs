using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// A mail server on the loopback that speaks enough SMTP to take mail from anyone, over real sockets. It offers STARTTLS with a certificate of its own,
/// unless it is told not to, and can break off at the worst moment.
/// </summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2 certificate = Certificate();
    private readonly Task serving;

    public LoopbackSmtp(int port = 0)
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Pin => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    public bool OffersTls { get; set; } = true;

    /// <summary>Takes the mail and breaks the connection before saying so.</summary>
    public bool BreaksAfterTaking { get; set; }

    /// <summary>Refuses every receiver for good.</summary>
    public bool KnowsNobody { get; set; }

    public int Connections { get; private set; }

    /// <summary>What was said in the clear.</summary>
    public ConcurrentQueue<string> InTheClear { get; } = new();

    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    public Dictionary<string, string?> Settings(string? pin = null) => new()
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Smtp:From"] = "notices@plan.example",
        ["Smtp:PinnedCertificateSha256"] = pin ?? Pin,
    };

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        certificate.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stopping.Token);
            Connections++;
            await TalkAsync(client.GetStream()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var (secure, mail) = (false, new TakenMail());
        var lines = new Lines(stream);
        await lines.SayAsync("220 loopback");
        while (await lines.ReadAsync() is { } line)
        {
            if (!secure)
                InTheClear.Enqueue(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await lines.SayAsync(OffersTls && !secure ? "250-loopback\r\n250 STARTTLS" : "250 loopback");
                    break;
                case "STARTTLS":
                    await lines.SayAsync("220 go on");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(certificate);
                    (secure, lines) = (true, new Lines(tls));
                    break;
                case "RCPT" when KnowsNobody:
                    await lines.SayAsync("550 5.1.1 nobody of that name");
                    break;
                case "RCPT":
                    mail.Receivers.Add(line);
                    await lines.SayAsync("250 ok");
                    break;
                case "DATA":
                    await lines.SayAsync("354 go on");
                    mail.Text = await lines.ReadMailAsync();
                    mail.Secure = secure;
                    Taken.Enqueue(mail);
                    if (BreaksAfterTaking)
                        return;
                    mail = new TakenMail();
                    await lines.SayAsync("250 taken");
                    break;
                case "QUIT":
                    await lines.SayAsync("221 bye");
                    return;
                default:
                    await lines.SayAsync("250 ok");
                    break;
            }
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Lines(Stream stream)
    {
        private readonly StreamReader reader = new(stream, Encoding.Latin1);

        public Task<string?> ReadAsync() => reader.ReadLineAsync();

        public async Task SayAsync(string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));

        public async Task<string> ReadMailAsync()
        {
            var text = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".")
                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            return text.ToString();
        }
    }
}

/// <summary>One mail as the server took it.</summary>
internal sealed class TakenMail
{
    public List<string> Receivers { get; } = [];

    public string Text { get; set; } = "";

    public bool Secure { get; set; }

    public MimeKit.MimeMessage Message => MimeKit.MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Text)));
}
