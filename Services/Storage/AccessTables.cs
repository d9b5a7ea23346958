using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Services.Storage;

/// <summary>The tables of access by need: opaque references, closed words and instants (C11).</summary>
internal static class AccessTables
{
    internal static void AddAccessTables(this ModelBuilder model)
    {
        model.Entity<RuleVersionRow>(version =>
        {
            version.ToTable("RuleVersions").HasKey(row => row.Version);
            version.Property(row => row.Version).ValueGeneratedNever();
            version.HasMany(row => row.Cells).WithOne().HasForeignKey(cell => cell.Version);
            // one version is in force, or none
            version.HasIndex(row => row.State).IsUnique().HasFilter("\"State\" = 'InForce'");
        });
        model.Entity<RuleCellRow>().ToTable("RuleCells").HasKey(cell => new { cell.Version, cell.Role, cell.Purpose, cell.Need, cell.Category });
        model.Entity<NeedRow>(need =>
        {
            need.ToTable("Needs").HasKey(row => row.Id);
            need.HasOne<PortalUser>().WithMany().HasForeignKey(row => row.AccountId);
            need.HasIndex(row => row.Until);
            need.HasIndex(row => new { row.Subject, row.Until });
        });
        model.Entity<RestrictionRow>().ToTable("Restrictions").HasIndex(row => row.Subject);
        model.Entity<CaseRow>(work =>
        {
            work.ToTable("Cases").HasKey(row => row.Id);
            work.HasOne<PortalUser>().WithMany().HasForeignKey(row => row.AssigneeId);
            work.HasIndex(row => new { row.AssigneeId, row.ClosedAt });
        });
        model.Entity<BreakGlassRow>(glass =>
        {
            glass.ToTable("BreakGlass").HasKey(row => row.NeedId);
            glass.HasOne<NeedRow>().WithOne().HasForeignKey<BreakGlassRow>(row => row.NeedId);
            glass.HasIndex(row => new { row.ReviewedAt, row.ReviewBy });
        });
        model.Entity<RecordTieRow>().ToTable("RecordTies").HasKey(row => new { row.AccountId, row.Subject });
        model.Entity<RecordTieRow>().HasOne<PortalUser>().WithMany().HasForeignKey(row => row.AccountId);
        model.Entity<RoleProposalRow>().ToTable("RoleProposals").HasOne<PortalUser>().WithMany().HasForeignKey(row => row.AccountId);
        model.Entity<ShownCodeRow>(code =>
        {
            code.ToTable("ShownCodes").HasKey(row => row.AccountId);
            code.HasOne<PortalUser>().WithOne().HasForeignKey<ShownCodeRow>(row => row.AccountId);
            code.HasIndex(row => row.Digest).IsUnique();
        });
        model.Entity<ConcernRow>(concern =>
        {
            concern.ToTable("Concerns").HasKey(row => row.Number);
            concern.Property(row => row.State).IsConcurrencyToken();
            concern.HasIndex(row => row.AccountId);
            concern.HasIndex(row => new { row.State, row.AnswerBy });
        });
        model.Entity<RequestRow>(request =>
        {
            request.ToTable("Requests").HasKey(row => row.Number);
            request.HasOne<PortalUser>().WithMany().HasForeignKey(row => row.AccountId);
            request.Property(row => row.Turn).IsConcurrencyToken();
            request.HasIndex(row => new { row.State, row.AnswerBy });
        });
        model.Entity<AccessRevisionRow>(revision =>
        {
            revision.ToTable("AccessRevision");
            revision.Property(row => row.Id).ValueGeneratedNever();
            revision.Property(row => row.Number).IsConcurrencyToken();
            revision.HasData(new AccessRevisionRow());
        });
    }
}
