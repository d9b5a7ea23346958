using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>What a browser says and sends while someone uses it: errors, violations of the content security policy, requests, and everything that came from the server.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentBag<string> hosts = [];
    private readonly ConcurrentQueue<string> received = new();
    private int frames;

    internal PageWatch(IBrowserContext browser)
    {
        browser.Console += (_, message) => Complain(message.Type is "error" or "warning", message.Text);
        browser.WebError += (_, error) => Complain(true, error.Error);
        browser.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        browser.Response += (_, response) => Complain(response.Status >= 400 && response.Request.ResourceType != "document", $"{response.Status} {new Uri(response.Url).AbsolutePath}");
        browser.RequestFinished += async (_, request) => await KeepAsync(request);
        browser.Page += (_, page) => page.WebSocket += (_, socket) =>
        {
            hosts.Add(new Uri(socket.Url).Authority);
            socket.FrameReceived += (_, frame) =>
            {
                Interlocked.Increment(ref frames);
                received.Enqueue(frame.Text ?? System.Text.Encoding.UTF8.GetString(frame.Binary ?? []));
            };
        };
    }

    /// <summary>Errors and warnings of the console, scripts that failed, answers that did.</summary>
    internal IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Every host that the browser has asked anything of.</summary>
    internal IReadOnlySet<string> Hosts => hosts.ToHashSet();

    /// <summary>The bytes of every page and of every frame of the circuit, as text.</summary>
    internal string Received => string.Join('\n', received);

    internal int Frames => frames;

    private void Complain(bool loud, string text)
    {
        if (loud)
            complaints.Enqueue(text);
    }

    private async Task KeepAsync(IRequest request)
    {
        if (request.ResourceType is not ("document" or "fetch" or "xhr"))
            return;
        try
        {
            if (await request.ResponseAsync() is { } response)
                received.Enqueue(await response.TextAsync());
        }
        catch (PlaywrightException)
        {
            // a redirect has no body, a closed page keeps none
        }
    }
}
