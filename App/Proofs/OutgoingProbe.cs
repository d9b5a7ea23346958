using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Operations;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Proofs;

/// <summary>
/// Where this server's connections went since it started: the configured record system with whoever gives its tokens, the configured mail server, the
/// configured database, the configured collector of figures, itself, or somewhere that nobody configured, which breaks the promise (C15). It asks for the configured names only.
/// </summary>
[Enforces(Clauses.NothingSentOutside)]
internal sealed class OutgoingProbe(OutgoingConnections connections, IOptions<RecordSystemOptions> records, RecordSystemState state, IOptions<SmtpOptions> mail, IOptions<TelemetryOptions> telemetry, IOptions<StoreOptions> store) : IProbe
{
    // a name may stand for other machines tomorrow: what it once stood for stays known
    private readonly HashSet<IPEndPoint> ofRecords = [];
    private readonly HashSet<IPEndPoint> ofMail = [];
    private readonly HashSet<IPEndPoint> ofTelemetry = [];
    private readonly HashSet<IPEndPoint> ofStore = [];

    public ProbeName Name => ProbeName.Outgoing;

    public string Clause => Clauses.NothingSentOutside;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        if (!connections.Listens)
            return Measured.Not;
        if (Uri.TryCreate(records.Value.BaseUrl, UriKind.Absolute, out var address))
            await LearnAsync(ofRecords, address.IdnHost, address.Port, cancel);
        if (state.TokenAddress is { } tokens)
            await LearnAsync(ofRecords, tokens.IdnHost, tokens.Port, cancel);
        if (mail.Value.IsSet)
            await LearnAsync(ofMail, mail.Value.Host, mail.Value.Port, cancel);
        if (telemetry.Value.Address is { } collector && telemetry.Value.IsSet)
            await LearnAsync(ofTelemetry, collector.IdnHost, collector.Port, cancel);
        if (store.Value.Server is var (host, port))
            await LearnAsync(ofStore, host, port, cancel);
        var (toRecords, toMail, toItself, elsewhere, toTelemetry, toStore) = (0L, 0L, 0L, 0L, 0L, 0L);
        foreach (var (to, times) in connections.Opened)
        {
            if (to is not null && ofRecords.Contains(to))
                toRecords += times;
            else if (to is not null && ofMail.Contains(to))
                toMail += times;
            else if (to is not null && ofTelemetry.Contains(to))
                toTelemetry += times;
            else if (to is not null && ofStore.Contains(to))
                toStore += times;
            else if (to is not null && IPAddress.IsLoopback(to.Address))
                toItself += times;
            else
                elsewhere += times;
        }
        return Measured.Kept(elsewhere == 0, toRecords, toMail, toItself, elsewhere, toTelemetry, toStore);
    }

    private static async Task LearnAsync(HashSet<IPEndPoint> known, string host, int port, CancellationToken cancel)
    {
        try
        {
            foreach (var address in await Dns.GetHostAddressesAsync(host, cancel))
                known.Add(new(address, port));
        }
        catch (SocketException)
        {
            // a name that has no address now: nothing new is known of it
        }
    }
}
