using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class UpdateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_is_put_over_the_version_that_is_named_and_no_other()
    {
        await using var server = await RecordSystemServer.StartAsync();
        using var created = await server.PostAsync("Task", Task("requested"));
        var id = created.Headers.Location!.AbsolutePath.Split('/')[^3];
        using var put = await PutAsync(server, id, Task("in-progress", id), "W/\"1\"");
        Assert.Equal((HttpStatusCode.OK, "W/\"2\""), (put.StatusCode, put.Headers.ETag?.ToString()));
        Assert.Equal("in-progress", (await server.GetAsync($"Task/{id}")).GetProperty("status").GetString());
        Assert.Equal(1, await server.TotalAsync("Task?patient=amy&status=in-progress"));
        using var late = await PutAsync(server, id, Task("completed", id), "W/\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    [Fact]
    public async Task Only_a_task_that_there_is_can_be_put_and_only_at_its_own_address()
    {
        await using var server = await RecordSystemServer.StartAsync();
        using var absent = await PutAsync(server, "none", Task("completed", "none"), null);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        using var other = await PutAsync(server, "none", Task("completed", "else"), null);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        using var body = new StringContent("{}", Encoding.UTF8, "application/fhir+json");
        using var patient = await server.Client.PutAsync(new Uri($"{server.Address}/Patient/amy"), body, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, patient.StatusCode);
    }

    private static string Task(string status, string? id = null) =>
        $$"""{"resourceType":"Task",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"status":"{{status}}","intent":"order","for":{"reference":"Patient/amy"} }""";

    private static async Task<HttpResponseMessage> PutAsync(RecordSystemServer server, string id, string body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{server.Address}/Task/{id}") { Content = new StringContent(body, Encoding.UTF8, "application/fhir+json") };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        return await server.Client.SendAsync(request, Stop);
    }
}
