using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Storage;

/// <summary>The portal store: accounts, roles, sessions, throttles, audit. No name, address, member number or free text about a member (C11).</summary>
/// <remarks>Made through <see cref="IDbContextFactory{TContext}"/>, short-lived: a circuit lives for hours, a context for one act.</remarks>
[Enforces(Clauses.NotStored)]
public class PortalDb : DbContext
{
    public PortalDb(DbContextOptions<PortalDb> options) : base(options)
    {
    }

    private protected PortalDb(DbContextOptions options) : base(options)
    {
    }

    public DbSet<PortalUser> Users => Set<PortalUser>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<ThrottleLane> ThrottleLanes => Set<ThrottleLane>();

    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    public DbSet<SecondFactorRow> SecondFactors => Set<SecondFactorRow>();

    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    public DbSet<SecondFactorTries> SecondFactorTries => Set<SecondFactorTries>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<CallRequestRow> CallRequests => Set<CallRequestRow>();

    public DbSet<DeskScriptRow> DeskScripts => Set<DeskScriptRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<AuditMention> AuditMentions => Set<AuditMention>();

    public DbSet<RuleVersionRow> RuleVersions => Set<RuleVersionRow>();

    public DbSet<NeedRow> Needs => Set<NeedRow>();

    public DbSet<RestrictionRow> Restrictions => Set<RestrictionRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<BreakGlassRow> BreakGlass => Set<BreakGlassRow>();

    public DbSet<RecordTieRow> RecordTies => Set<RecordTieRow>();

    public DbSet<RoleProposalRow> RoleProposals => Set<RoleProposalRow>();

    public DbSet<ShownCodeRow> ShownCodes => Set<ShownCodeRow>();

    public DbSet<ConcernRow> Concerns => Set<ConcernRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    public DbSet<AccessRevisionRow> AccessRevision => Set<AccessRevisionRow>();

    /// <summary>Inside a transaction: from here to its end nobody else holds any of these names. In SQLite whoever is in a transaction is alone.</summary>
    internal virtual Task HoldAsync(IEnumerable<string> names, CancellationToken cancel) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no instant type: milliseconds since 1970 sort and compare in the database
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PortalUser>(user =>
        {
            user.ToTable("Accounts");
            user.Ignore(u => u.Email).Ignore(u => u.NormalizedEmail).Ignore(u => u.EmailConfirmed);
            user.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed);
            user.Ignore(u => u.LockoutEnd).Ignore(u => u.LockoutEnabled).Ignore(u => u.AccessFailedCount);
            user.Ignore(u => u.ConcurrencyStamp).Ignore(u => u.TwoFactorEnabled);
            // every change of a password turns the stamp: of two at once, one wins and the other is told
            user.Property(u => u.SecurityStamp).IsConcurrencyToken();
            user.HasIndex(u => u.NormalizedUserName).IsUnique();
            user.HasIndex(u => u.RecordReference);
        });
        modelBuilder.Entity<RoleGrant>().HasKey(r => new { r.AccountId, r.Role });
        modelBuilder.Entity<RoleGrant>().HasOne<PortalUser>().WithMany().HasForeignKey(r => r.AccountId);
        modelBuilder.Entity<SessionRow>().HasOne<PortalUser>().WithMany().HasForeignKey(s => s.AccountId);
        modelBuilder.Entity<SessionRow>().HasIndex(s => new { s.AccountId, s.EndedAt });
        modelBuilder.Entity<AuditMention>().HasKey(m => new { m.Reference, m.Sequence });
        modelBuilder.Entity<ThrottleLane>().HasKey(lane => lane.Digest);
        modelBuilder.Entity<ThrottleLane>().HasIndex(lane => lane.LastAt);
        modelBuilder.Entity<KnownDevice>().HasKey(device => device.Digest);
        modelBuilder.Entity<KnownDevice>().HasOne<PortalUser>().WithMany().HasForeignKey(device => device.AccountId);
        modelBuilder.Entity<SecondFactorRow>(factor =>
        {
            factor.HasOne<PortalUser>().WithMany().HasForeignKey(f => f.AccountId);
            factor.HasIndex(f => f.CredentialId).IsUnique();
            factor.Property(f => f.LastStep).IsConcurrencyToken();
            factor.Property(f => f.SignCount).IsConcurrencyToken();
        });
        modelBuilder.Entity<RecoveryCodeRow>().HasKey(c => new { c.AccountId, c.Digest });
        modelBuilder.Entity<RecoveryCodeRow>().HasOne<PortalUser>().WithMany().HasForeignKey(c => c.AccountId);
        modelBuilder.Entity<SecondFactorTries>().HasKey(t => t.AccountId);
        modelBuilder.Entity<SecondFactorTries>().Property(t => t.Failures).IsConcurrencyToken();
        modelBuilder.Entity<NoticeRow>(notice =>
        {
            notice.HasOne<PortalUser>().WithMany().HasForeignKey(n => n.AccountId);
            notice.HasIndex(n => n.NextTryAt);
            notice.Property(n => n.Attempts).IsConcurrencyToken();
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.HasKey(a => a.Sequence);
            audit.Property(a => a.Sequence).ValueGeneratedNever();
            // computed from what is signed: they can say nothing else
            audit.Property(a => a.Subject).HasComputedColumnSql("json_extract(CAST(Entry AS TEXT), '$.subject')", stored: false);
            audit.Property(a => a.Account).HasComputedColumnSql("json_extract(CAST(Entry AS TEXT), '$.account')", stored: false);
        });
        modelBuilder.AddAccessTables();
        modelBuilder.AddAssignmentTables();
    }
}
