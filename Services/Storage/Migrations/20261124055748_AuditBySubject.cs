using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Services.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AuditBySubject : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Account",
                table: "Audit",
                type: "TEXT",
                nullable: true,
                computedColumnSql: "json_extract(CAST(Entry AS TEXT), '$.account')",
                stored: false);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Audit",
                type: "TEXT",
                nullable: true,
                computedColumnSql: "json_extract(CAST(Entry AS TEXT), '$.subject')",
                stored: false);

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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Audit_Account_Sequence",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Subject_Sequence",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Account",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Audit");
        }
    }
}
