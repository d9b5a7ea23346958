namespace PrivacyPortal.Services.Records;

/// <summary>Why the record system gave nothing. "Not there" and "not yours" are one value: they look alike to the viewer (C13).</summary>
public enum RecordProblem
{
    /// <summary>No connection, TLS failure, or it broke off.</summary>
    Unreachable,

    /// <summary>No answer within the time the portal waits.</summary>
    TooSlow,

    /// <summary>429 or 503: it asks to come back later.</summary>
    Busy,

    /// <summary>401: the portal's own access does not work.</summary>
    PortalRefused,

    /// <summary>403, 404, 410.</summary>
    Unavailable,

    /// <summary>5xx.</summary>
    Failed,

    /// <summary>An answer that is no FHIR: HTML, nothing, an OperationOutcome in place of a list, or too large.</summary>
    Unreadable,

    /// <summary>An answer about someone else, or with another id than asked for; nothing of it is kept.</summary>
    NotTheirs,
}
