using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Concerns;

public static class ConcernsServices
{
    public static IServiceCollection AddConcerns(this IServiceCollection services) => services
        .AddSingleton<RaiseConcern>().AddSingleton<WriteAboutClause>().AddSingleton<FollowConcern>().AddSingleton<WaitingConcerns>().AddSingleton<TakeConcern>().AddSingleton<ReadConcern>().AddSingleton<AnswerConcern>();
}
