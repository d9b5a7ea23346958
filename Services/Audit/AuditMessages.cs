using Microsoft.Extensions.Logging;

namespace PrivacyPortal.Services.Audit;

/// <summary>What the audit's own machinery tells the operator: counts and closed words.</summary>
internal static partial class AuditMessages
{
    [LoggerMessage(EventId = 2301, Level = LogLevel.Debug, Message = "Audit checkpoint signed over {Size} entries")]
    internal static partial void Signed(this ILogger logger, long size);

    [LoggerMessage(EventId = 2302, Level = LogLevel.Critical, Message = "The audit is not what was signed ({Fault}): nothing more is signed. Run 'audit verify' and keep the checkpoints")]
    internal static partial void HistoryChanged(this ILogger logger, AuditFault fault);

    [LoggerMessage(EventId = 2303, Level = LogLevel.Error, Message = "The audit could not be signed ({Kind}); it is tried again")]
    internal static partial void CannotSign(this ILogger logger, string kind);
}
