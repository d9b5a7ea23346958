using Microsoft.Extensions.Logging;
using PrivacyPortal.App.Memory;

namespace PrivacyPortal.Tests.App.Memory;

public sealed class TypedTextStaysOutOfLogsTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Debug, false)]
    [InlineData("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Trace, false)]
    [InlineData("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Warning, true)]
    [InlineData("Microsoft.EntityFrameworkCore", LogLevel.Trace, true)]
    [Trait("clause", "C11")]
    public void The_hubs_log_says_nothing_that_was_typed_whatever_levels_are_set(string category, LogLevel level, bool says)
    {
        using var provider = new RecordingProvider();
        using var factory = LoggerFactory.Create(logging =>
        {
            logging.AddProvider(provider).SetMinimumLevel(LogLevel.Trace).AddFilter<RecordingProvider>(category, LogLevel.Trace).AddFilter(category, LogLevel.Trace);
            logging.Services.AddForgettingLogs();
        });
        factory.CreateLogger(category).Log(level, default, "said", null, (said, _) => said);
        Assert.Equal(says, provider.Said);
    }

    private sealed class RecordingProvider : ILoggerProvider, ILogger
    {
        public bool Said { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said = true;

        public void Dispose()
        {
        }
    }
}
