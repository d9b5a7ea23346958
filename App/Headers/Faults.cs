using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.App.Headers;

/// <summary>
/// What someone sees when the portal refuses, fails or has no page at an address: an honest page in the portal's own frame and the reader's language, with
/// the status that says so to a program; never a stack trace, and never the request again.
/// </summary>
internal static class Faults
{
    private const string Sentence = "The portal cannot answer this. Please try again later, or call us. / El portal no puede responder a esto. Int\u00e9ntelo m\u00e1s tarde o ll\u00e1menos.";

    internal static void UseFaults(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(ShowAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = SendOnAsync, StatusCodeSelector = StatusOf });
    }

    /// <summary>A form without the mark of its page is refused here: the framework would say so in words of its own.</summary>
    internal static IApplicationBuilder UseFormRefusal(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Whether a person in front of a browser asks, to whom a page can be shown.</summary>
    internal static bool WantsPage(this HttpRequest request) =>
        !request.Path.StartsWithSegments("/_blazor") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the page about a refusal is being drawn, and not what was asked for.</summary>
    internal static bool IsExplained(this HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbException or DbUpdateException or AuditUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // A form that failed is not to be sent again by drawing the page anew; what was only read is answered where it was asked.
    private static Task SendOnAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = PortalUrls.Fault;
        }
        return Task.CompletedTask;
    }

    private static async Task ShowAsync(StatusCodeContext refused)
    {
        var context = refused.HttpContext;
        if (context.Request.Path.StartsWithSegments("/_blazor"))
            return;
        // nothing is served over plain http, not even this
        if (context.Request.IsHttps && !context.IsExplained())
            await DrawAsync(refused, context, context.Request);
        if (context.Response.HasStarted || context.Response.ContentType is not null)
            return;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Sentence);
    }

    // Another request: read and not posted, with services of its own, so that nothing of the one that failed is in it.
    private static async Task DrawAsync(StatusCodeContext refused, HttpContext context, HttpRequest request)
    {
        var (method, path, query, services) = (request.Method, request.Path, request.QueryString, context.RequestServices);
        var status = context.Response.StatusCode;
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = path, OriginalQueryString = null, OriginalPathBase = request.PathBase });
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Features.Set<IRouteValuesFeature>(null);
        context.SetEndpoint(null);
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        (request.Method, request.Path) = (HttpMethods.Get, PortalUrls.NotFound);
        request.QueryString = QueryString.Create("status", status.ToString(CultureInfo.InvariantCulture));
        try
        {
            await refused.Next(context);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString, context.RequestServices) = (method, path, query, services);
            context.Features.Set<IStatusCodeReExecuteFeature>(null);
        }
    }
}
