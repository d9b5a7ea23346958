namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Every request goes this way: headers, token, host, then the routes; every failure becomes an OperationOutcome.</summary>
internal sealed partial class RequestPipeline(BearerGate gate, FhirRoutes routes, ILogger<RequestPipeline> logger)
{
    private static readonly string[] OwnHosts = ["localhost", "127.0.0.1", "[::1]", "::1"];

    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            gate.Check(http);
            if (!OwnHosts.Contains(http.Request.Host.Host)) throw FhirRefusal.BadRequest("invalid", "The host name is not one of this server.");
            await routes.AnswerAsync(http);
        }
        catch (FhirRefusal refusal) when (!http.Response.HasStarted)
        {
            await FhirResponse.RefuseAsync(http, refusal);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await FhirResponse.RefuseAsync(http, bad.StatusCode == 413 ? FhirRefusal.TooLarge() : new FhirRefusal(bad.StatusCode, "invalid", "The request cannot be read."));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // nobody is there to answer
        }
#pragma warning disable CA1031 // the last place that can turn a failure into an answer that tells nothing
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failed(failure.GetType().Name);
            http.Response.Headers.ContentLength = null;
            // half an answer cannot be taken back; a broken connection is at least honest
            if (http.Response.HasStarted || failure is HalfWritten) http.Abort();
            else await FhirResponse.RefuseAsync(http, new FhirRefusal(500, "exception", "The server failed to answer."));
        }
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "A request failed: {Kind}")]
    private partial void Failed(string kind);
}
