using System.Reflection;
using System.Text;
using System.Text.Json;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>What the record client leaves behind of what it has read: nothing.</summary>
public sealed class ForgettingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("clause", "C12")]
    public async Task The_bytes_of_an_answer_are_zeroed_when_it_has_been_read(bool lengthStated)
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 100_000));
        using HttpContent content = lengthStated ? new ByteArrayContent(bytes) : new StreamContent(new MemoryStream(bytes));
        if (!lengthStated)
            content.Headers.ContentLength = null;
        var buffer = await AnswerBuffer.ReadAsync(content, 1_000_000, TestContext.Current.CancellationToken);
        var memory = buffer!.Json;
        Assert.Equal(bytes, memory.ToArray());
        buffer.Dispose();
        Assert.All(memory.ToArray(), b => Assert.Equal(0, b));
        Assert.True(buffer.Json.IsEmpty);
    }

    [Fact]
    [Trait("clause", "C12")]
    public void The_connections_end_with_the_client()
    {
        var handler = new Watched();
        new TheirRecord(handler).Dispose();
        Assert.True(handler.IsDisposed);
    }

    [Fact]
    [Trait("clause", "C11")]
    public void The_client_has_no_static_that_could_hold_a_value()
    {
        var fields = FhirTypes.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral && !field.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) && !field.DeclaringType!.Name.StartsWith('<')).ToList();
        Assert.NotEmpty(fields);
        Type[] constants = [typeof(JsonElement), typeof(JsonReaderOptions), typeof(JsonDocumentOptions), typeof((byte[], string)[]), typeof((string, string)[])];
        Assert.All(fields, field => Assert.True(field.IsInitOnly && constants.Contains(field.FieldType), $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    [Trait("clause", "C11")]
    public void FHIR_and_JSON_do_not_leave_their_folder()
    {
        Assert.True(FhirTypes.Count > 20);
        Assert.All(FhirTypes, type => Assert.False(type.IsVisible, type.Name));
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var others = typeof(IMemberRecords).Assembly.GetTypes()
            .Where(type => type.Namespace is { } space && space.StartsWith("PrivacyPortal.Services.", StringComparison.Ordinal) && !FhirTypes.Contains(type)
                && (space.EndsWith(".Records", StringComparison.Ordinal) || type.IsSubclassOf(typeof(PrivacyPortal.Services.Values.RecordValue)))).ToList();
        Assert.NotEmpty(others);
        Assert.All(others, type => Assert.DoesNotContain(
            type.GetFields(all).Select(field => field.FieldType).Concat(type.GetMethods(all).Select(method => method.ReturnType)),
            used => used.Namespace == typeof(JsonElement).Namespace || FhirTypes.Contains(used)));
    }

    private static List<Type> FhirTypes { get; } =
        [.. typeof(FhirMemberRecords).Assembly.GetTypes().Where(type => type.Namespace == typeof(FhirMemberRecords).Namespace)];

    private sealed class Watched : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing was to be sent.");

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
