using Microsoft.AspNetCore.Components.Server.Circuits;
using PrivacyPortal.Components.Shared;

namespace PrivacyPortal.App.Language;

/// <summary>A circuit keeps the language of the connection that opened it, also when it returns over another one (C24).</summary>
internal sealed class KeepsLanguage : CircuitHandler
{
    // before any other handler, which could draw
    public override int Order => -1;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        CircuitLanguage.Keep();
        return Task.CompletedTask;
    }
}
