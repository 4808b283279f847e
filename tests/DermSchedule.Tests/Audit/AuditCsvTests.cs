using DermSchedule.Audit;

namespace DermSchedule.Tests.Audit;

public sealed class AuditCsvTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("she said \"no\"", "\"she said \"\"no\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("@sum", "'@sum")]
    public void A_cell_is_quoted_where_needed_and_never_a_formula(string? text, string cell) => Assert.Equal(cell, AuditCsv.Cell(text));
}
