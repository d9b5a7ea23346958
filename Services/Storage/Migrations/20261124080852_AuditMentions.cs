using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Services.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AuditMentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Audit_Account_Sequence",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Subject_Sequence",
                table: "Audit");

            migrationBuilder.CreateTable(
                name: "AuditMentions",
                columns: table => new
                {
                    Reference = table.Column<string>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditMentions", x => new { x.Reference, x.Sequence });
                });

            // An index that could be thinned out would hide looks from a member: its rows, too, are only ever added.
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditMentionsAreNeverChanged BEFORE UPDATE ON AuditMentions
                BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER AuditMentionsAreNeverDeleted BEFORE DELETE ON AuditMentions
                BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditMentions");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Account_Sequence",
                table: "Audit",
                columns: new[] { "Account", "Sequence" },
                filter: "Account IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_Sequence",
                table: "Audit",
                columns: new[] { "Subject", "Sequence" },
                filter: "Subject IS NOT NULL");
        }
    }
}
