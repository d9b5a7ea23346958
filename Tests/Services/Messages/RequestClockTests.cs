using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Messages;

public sealed class RequestClockTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RequestKind.Amendment, 60 * 24, 30)]
    [InlineData(RequestKind.Copy, 30 * 24, 30)]
    [InlineData(RequestKind.Accounting, 60 * 24, 30)]
    [InlineData(RequestKind.Restriction, 30 * 24, null)]
    [InlineData(RequestKind.OtherAddress, 10 * 24, null)]
    [InlineData(RequestKind.AppealAfterCare, 60 * 24, null)]
    [InlineData(RequestKind.AppealBeforeCare, 30 * 24, null)]
    [InlineData(RequestKind.AppealUrgent, 72, null)]
    [InlineData(RequestKind.CallBack, 24, null)]
    [InlineData(RequestKind.Message, 48, null)]
    public void Each_kind_has_the_clock_that_the_law_or_the_plan_gives_it(RequestKind kind, int hours, int? moreDays)
    {
        Assert.Equal(AccessStore.Noon.AddHours(hours), RequestTerms.Of(kind).AnswerBy(AccessStore.Noon));
        Assert.Equal(moreDays, RequestTerms.Of(kind).Extension?.Days);
    }

    [Fact]
    public void A_call_asked_for_on_a_Friday_is_made_on_Monday()
    {
        var friday = new DateTimeOffset(2026, 11, 27, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal(friday.AddDays(3), RequestTerms.Of(RequestKind.CallBack).AnswerBy(friday));
    }

    [Fact]
    public async Task The_time_is_extended_once_with_a_reason_and_not_after_it_is_over()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, pia) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("pia", null, Role.PrivacyOfficer));
        var number = await RequestTests.AskAsync(store, amy, RequestKind.Amendment);
        await store.Get<TakeRequest>().RunAsync(pia, number, Stop);
        Assert.Equal(RequestRefusal.Empty, await store.Get<ExtendRequest>().RunAsync(pia, number, " ", Stop));
        Assert.Null(await store.Get<ExtendRequest>().RunAsync(pia, number, "We wait for the clinic.", Stop));
        Assert.Equal(RequestRefusal.NoExtension, await store.Get<ExtendRequest>().RunAsync(pia, number, "And again.", Stop));
        var one = Assert.Single(await store.Get<OwnRequests>().ListAsync(amy, Stop));
        Assert.Equal((true, AccessStore.Noon.AddDays(90)), (one.IsExtended, one.AnswerBy));
        Assert.Equal(AccessStore.Noon.AddDays(90), store.Mail.Tasks[0].AnswerBy);

        var other = await RequestTests.AskAsync(store, amy, RequestKind.Copy);
        store.Clock.Advance(TimeSpan.FromDays(31));
        await store.Get<TakeRequest>().RunAsync(pia, other, Stop);
        Assert.Equal(RequestRefusal.NoExtension, await store.Get<ExtendRequest>().RunAsync(pia, other, "Too late.", Stop));
    }
}
