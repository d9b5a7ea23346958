using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Messages;

public static class MessagesServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddSingleton<WriteAllowance>().AddSingleton<RequestPost>().AddSingleton<RequestWork>().AddSingleton<MakeRequest>().AddSingleton<OwnRequests>().AddSingleton<ReplyToPlan>().AddSingleton<WithdrawRequest>()
        .AddSingleton<WaitingRequests>().AddSingleton<TakeRequest>().AddSingleton<ReadRequest>().AddSingleton<ExtendRequest>().AddSingleton<AnswerRequest>();
}
