using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Components.Members;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App;

/// <summary>The pages of an open record as the host's own components write them: what would be sent to the browser.</summary>
internal static class PageOf
{
    /// <summary>Every part of the record, one after the other, each drawn until nothing of it is loading, and left again.</summary>
    public static async Task<string> RecordAsync(IServiceProvider services, OpenRecord record)
    {
        var all = new System.Text.StringBuilder();
        foreach (var part in RecordPart.All)
            all.Append(await PartAsync(services, record, part));
        return all.ToString();
    }

    private static async Task<string> PartAsync(IServiceProvider services, OpenRecord record, RecordPart part)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = new Dictionary<string, object?>
        {
            [nameof(CascadingValue<OpenRecord>.Value)] = record,
            [nameof(CascadingValue<OpenRecord>.ChildContent)] = (RenderFragment)(builder =>
            {
                builder.OpenComponent(0, part.Page);
                builder.CloseComponent();
            }),
        };
        var root = await renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<CascadingValue<OpenRecord>>(ParameterView.FromDictionary(parameters)));
        for (var left = 4000; left > 0; left--)
        {
            var html = await renderer.Dispatcher.InvokeAsync(root.ToHtmlString);
            if (!html.Contains("data-state=\"loading\"", StringComparison.Ordinal))
            {
                Assert.Contains("data-state=", html, StringComparison.Ordinal);
                return html;
            }
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
        throw new InvalidOperationException($"The part {part.Id} went on loading.");
    }
}
