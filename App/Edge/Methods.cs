namespace PrivacyPortal.App.Edge;

/// <summary>Pages are read and forms are posted; there are no other methods. HEAD is answered as GET without the content.</summary>
internal static class Methods
{
    internal static IApplicationBuilder UseMethods(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsHead(request.Method) && !request.Path.StartsWithSegments("/_blazor"))
        {
            request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
            await next(context);
        }
        else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method) || HttpMethods.IsConnect(request.Method)) // a WebSocket over HTTP/2 is a CONNECT
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
        }
    });
}
