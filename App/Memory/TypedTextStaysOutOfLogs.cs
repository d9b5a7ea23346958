using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Memory;

/// <summary>
/// Below Information, the framework's hub writes what a browser sends, typed text included, into the log - and the log's queue would keep it in memory.
/// Whatever levels an operator sets, these categories say nothing below Information (C11, C12).
/// </summary>
[Enforces(Clauses.NotStored)]
internal sealed class TypedTextStaysOutOfLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories =
        ["Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Components", "Microsoft.JSInterop"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Of all rules the framework follows one, so each of them asks here first; the added one is for categories that no rule names.
        LoggerFilterRule[] rules = [.. options.Rules, new(null, null, options.MinLevel, null)];
        options.Rules.Clear();
        foreach (var rule in rules)
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, Ask(rule.Filter)));
    }

    private static Func<string?, string?, LogLevel, bool> Ask(Func<string?, string?, LogLevel, bool>? further) => (provider, category, level) =>
        (level >= LogLevel.Information || !Array.Exists(Categories, gated => category?.StartsWith(gated, StringComparison.Ordinal) == true))
        && (further is null || further(provider, category, level));
}
