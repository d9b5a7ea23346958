using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace PrivacyPortal.Services.Storage;

/// <summary>
/// A database that restarts is gone for a moment: what is read, and what is saved in one go, is tried again for some seconds. Inside a transaction nothing
/// is: what was asked for is refused, so that nothing is done twice.
/// </summary>
internal sealed class PostgresRideOut(ExecutionStrategyDependencies dependencies) : NpgsqlRetryingExecutionStrategy(dependencies)
{
    private const int Most = 5;

    public override bool RetriesOnFailure => base.RetriesOnFailure && Dependencies.CurrentContext.Context.Database.CurrentTransaction is null;

    // the last failure is what it was, for those who catch it
    protected override bool ShouldRetryOn(Exception? exception) => RetriesOnFailure && ExceptionsEncountered.Count < Most && IsGone(exception);

    protected override TimeSpan? GetNextDelay(Exception lastException) => ExceptionsEncountered.Count > Most ? null : TimeSpan.FromMilliseconds(100 << ExceptionsEncountered.Count);

    /// <summary>Whether the database was not there, or is going or coming.</summary>
    internal static bool IsGone(Exception? failed) => failed switch
    {
        PostgresException answer => answer.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException broken => broken.IsTransient,
        _ => false,
    };
}
