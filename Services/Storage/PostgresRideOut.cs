using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PrivacyPortal.Services.Storage;

/// <summary>
/// A database that restarts is gone for a moment: what is read, and what is saved in one go, is tried again for some seconds. Inside a transaction nothing
/// is: what was asked for is refused, so that nothing is done twice.
/// </summary>
internal sealed class PostgresRideOut(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    private static readonly int[] Waits = [100, 200, 400, 800, 1_600];

    // it asks nobody to hold results back or to leave transactions to it
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return operation(dependencies.CurrentContext.Context, state);
            }
            catch (Exception failed) when (MayTryAgain(failed, tries))
            {
                Thread.Sleep(Waits[tries]);
            }
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await operation(dependencies.CurrentContext.Context, state, cancellationToken);
            }
            catch (Exception failed) when (MayTryAgain(failed, tries))
            {
                await Task.Delay(Waits[tries], cancellationToken);
            }
        }
    }

    /// <summary>Whether the database was not there, or is going or coming.</summary>
    internal static bool IsGone(Exception? failed) => failed switch
    {
        PostgresException answer => answer.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        NpgsqlException broken => broken.IsTransient,
        DbUpdateException update => IsGone(update.InnerException),
        _ => false,
    };

    // a database that does not answer at all is not waited for again and again: who asks has waited once already
    private bool MayTryAgain(Exception failed, int tries) => tries < Waits.Length && IsGone(failed) && !IsSilent(failed)
        && dependencies.CurrentContext.Context.Database.CurrentTransaction is null;

    private static bool IsSilent(Exception? failed) => failed is TimeoutException || (failed?.InnerException is { } inner && IsSilent(inner));
}
