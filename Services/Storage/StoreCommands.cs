using System.Data.Common;

namespace PrivacyPortal.Services.Storage;

/// <summary>Commands as both databases understand them: names in double quotes, parameters with an at sign.</summary>
internal static class StoreCommands
{
    internal static DbCommand Command(this DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        // a command may have been given the connection's own already
        if (transaction is not null)
            command.Transaction = transaction;
        return command;
    }

    internal static DbCommand With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return command;
    }
}
