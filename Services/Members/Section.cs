using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Members;

/// <summary>A part of a record that a page can open: the category it is decided on, and how it is fetched.</summary>
public sealed class Section<T> where T : class
{
    internal Section(Category category, Func<IMemberRecords, AuditedGrant, CancellationToken, Task<Fetched<T>>> fetch) =>
        (Category, Fetch) = (category, fetch);

    public Category Category { get; }

    internal Func<IMemberRecords, AuditedGrant, CancellationToken, Task<Fetched<T>>> Fetch { get; }
}
