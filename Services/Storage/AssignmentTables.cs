using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Services.Storage;

/// <summary>The tables of assigning passwords: what is on its way, calls that were asked for, callers at the desk.</summary>
internal static class AssignmentTables
{
    internal static void AddAssignmentTables(this ModelBuilder model)
    {
        model.Entity<AssignmentRow>(assignment =>
        {
            assignment.ToTable("Assignments");
            assignment.HasOne<PortalUser>().WithMany().HasForeignKey(a => a.AccountId);
            assignment.HasIndex(a => a.NextTryAt);
            assignment.HasIndex(a => a.NoticeId);
            assignment.Property(a => a.Attempts).IsConcurrencyToken();
            assignment.Property(a => a.State).IsConcurrencyToken();
        });
        model.Entity<CallRequestRow>(call =>
        {
            call.ToTable("CallRequests");
            call.HasOne<PortalUser>().WithMany().HasForeignKey(c => c.AccountId);
            call.HasIndex(c => c.TakenAt);
            call.Property(c => c.TakenAt).IsConcurrencyToken();
        });
        model.Entity<DeskScriptRow>(script =>
        {
            script.ToTable("DeskScripts");
            script.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.AccountId);
            script.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.EmployeeId);
            script.HasIndex(s => s.CodeNoticeId);
            script.Property(s => s.CodeTries).IsConcurrencyToken();
        });
    }
}
