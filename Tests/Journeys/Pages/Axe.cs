using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Pages;

/// <summary>
/// axe-core in the page that is looked at. The portal has no frames, so the package's way over a second, blank page, which is made to gather what
/// frames say, would only take time.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    internal static async Task<Result> RunAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<Result>("""
            async () => {
                const result = await axe.run(document, { resultTypes: ['violations'] });
                return { passed: result.passes.length, violations: result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)}`)) };
            }
            """);
    }

    internal sealed class Result
    {
        public int Passed { get; set; }

        public string[] Violations { get; set; } = [];
    }
}
