using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrivacyPortal.Services.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MessagesAndRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Requests",
                columns: table => new
                {
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ClaimReference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    AnswerBy = table.Column<long>(type: "bigint", nullable: false),
                    ExtendedAt = table.Column<long>(type: "bigint", nullable: true),
                    CaseId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    PlanWroteAt = table.Column<long>(type: "bigint", nullable: true),
                    MemberSawAt = table.Column<long>(type: "bigint", nullable: true),
                    Turn = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Requests", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Requests_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Requests_AccountId",
                table: "Requests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Requests_State_AnswerBy",
                table: "Requests",
                columns: new[] { "State", "AnswerBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Requests");
        }
    }
}
