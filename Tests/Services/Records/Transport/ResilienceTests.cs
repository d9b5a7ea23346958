using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Services.Records.Transport;

namespace PrivacyPortal.Tests.Services.Records.Transport;

/// <summary>What the portal does when the record system stumbles: reads again, waits as it is asked to, leaves it alone, and never writes twice.</summary>
public sealed class ResilienceTests
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(502)]
    public async Task A_read_that_met_a_passing_fault_is_tried_again(int status)
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Answer = context => system.Asked.Count < 3 ? Status(context, status) : context.Response.WriteAsync(Searchset.Of());
        Assert.Null(await system.ClaimsAsync());
        Assert.Equal(3, system.Asked.Count);
    }

    [Theory]
    [InlineData(500, RecordProblem.Failed)]
    [InlineData(403, RecordProblem.Unavailable)]
    public async Task What_another_try_does_not_mend_is_asked_once(int status, RecordProblem problem)
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Answer = context => Status(context, status);
        Assert.Equal(problem, await system.ClaimsAsync());
        Assert.Single(system.Asked);
    }

    [Fact]
    public async Task It_waits_as_long_as_it_is_asked_to()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Answer = context => system.Asked.Count == 1 ? Status(context, 429, retryAfter: "1") : context.Response.WriteAsync(Searchset.Of());
        await system.ClaimsAsync(); // the first brings the token and waits too
        var since = Stopwatch.StartNew();
        system.Asked.Clear();
        Assert.Null(await system.ClaimsAsync());
        Assert.Equal(2, system.Asked.Count);
        Assert.InRange(since.Elapsed, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task When_it_is_asked_to_wait_long_the_member_hears_that_it_is_busy()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Answer = context => Status(context, 429, retryAfter: "60");
        Assert.Equal(RecordProblem.Busy, await system.ClaimsAsync());
        Assert.Single(system.Asked);
    }

    [Fact]
    public async Task A_record_system_that_fails_again_and_again_is_left_alone_for_a_moment_and_asked_anew()
    {
        await using var system = await SmartRecordSystem.StartAsync();
        system.Answer = context => Status(context, 500);
        for (var time = 0; time < 20; time++)
            Assert.Equal(RecordProblem.Failed, await system.ClaimsAsync());
        var asked = system.Asked.Count;
        Assert.Equal(RecordProblem.Unreachable, await system.ClaimsAsync());
        Assert.Equal(asked, system.Asked.Count);
        system.Answer = context => context.Response.WriteAsync(Searchset.Of());
        await Task.Delay(TimeSpan.FromSeconds(5.2), TestContext.Current.CancellationToken);
        Assert.Null(await system.ClaimsAsync());
        Assert.Null(await system.ClaimsAsync());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(0)]
    public async Task A_write_is_sent_once(int status)
    {
        await using var system = await SmartRecordSystem.StartAsync();
        await system.ClaimsAsync();
        system.Clock.Advance(TimeSpan.FromSeconds(30));
        system.Asked.Clear();
        system.Answer = context =>
        {
            if (status == 0)
                context.Abort(); // it may have been done
            return Status(context, status == 0 ? 200 : status, retryAfter: "0");
        };
        using var connection = new RecordConnection(system.Options, system.Road.Handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        var created = await connection.CreateAsync("Communication", "{}"u8.ToArray(), null, deadline);
        Assert.NotNull(created.Problem);
        Assert.Equal("POST /fhir/Communication", Assert.Single(system.Asked).What);
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task Nothing_of_a_failed_question_or_its_answer_stays_with_what_all_share()
    {
        var breaker = new Breaker();
        var (request, answer) = await AskAsync(breaker);
        for (var time = 0; time < 3; time++)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Assert.False(request.IsAlive);
        Assert.False(answer.IsAlive);
        GC.KeepAlive(breaker);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Request, WeakReference Answer)> AskAsync(Breaker breaker)
    {
        WeakReference answer = new(null), request;
        using var handler = new Microsoft.Extensions.Http.Resilience.ResilienceHandler(ReadsAreTriedAgain.Pipeline())
        {
            InnerHandler = breaker.Over(new FakeRecordServer().Searched("Condition", "a member's", System.Net.HttpStatusCode.InternalServerError)),
        };
        using var http = new HttpMessageInvoker(handler);
        using (var asked = new HttpRequestMessage(HttpMethod.Post, "https://records.example/fhir/Condition/_search") { Content = new StringContent("patient=amy", Encoding.UTF8) })
        {
            request = new(asked);
            using var got = await http.SendAsync(asked, TestContext.Current.CancellationToken);
            answer = new(got);
        }
        return (request, answer);
    }

    private static Task Status(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    }
}
