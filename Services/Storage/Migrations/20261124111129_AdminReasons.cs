using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Services.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AdminReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "RoleProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "DutiesChanged");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "RoleGrants",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Reason",
                table: "RoleProposals");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "RoleGrants");
        }
    }
}
