namespace PrivacyPortal.Services.Access;

/// <summary>All that stands between one account and one record, put together when the snapshot is compiled. Needs in the order of their ids.</summary>
internal sealed record Relationship(RoleHeld[]? Roles, Need[] Needs, Restriction[] Restrictions, bool OwnOrRelative, bool Colleague);
