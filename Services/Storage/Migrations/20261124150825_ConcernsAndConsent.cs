using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Services.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ConcernsAndConsent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StatementVersion",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerReference",
                table: "Concerns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Clause",
                table: "Concerns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Concerns",
                type: "TEXT",
                nullable: false,
                defaultValue: "Concern");

            migrationBuilder.AddColumn<string>(
                name: "LookUpDigest",
                table: "Concerns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBy",
                table: "Concerns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatementVersion",
                table: "Accounts",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StatementVersion",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "AnswerReference",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Clause",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "LookUpDigest",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "TakenBy",
                table: "Concerns");

            migrationBuilder.DropColumn(
                name: "StatementVersion",
                table: "Accounts");
        }
    }
}
