using System.Text;

namespace Segmentation.Tests;

/// <summary>Reads a table from a text in the test.</summary>
internal static class Csv
{
    public static CustomerTable Read(string text, CsvOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static CustomerTable Read(byte[] bytes, CsvOptions? options = null) =>
        CustomerTable.Read(new MemoryStream(bytes), "customers.csv", options);

    public static string Error(string text, CsvOptions? options = null) => Assert.Throws<DataException>(() => Read(text, options)).Message;

    public static IReadOnlyList<string?> Texts(this CustomerTable table, string column) =>
        [.. Enumerable.Range(0, table.RowCount).Select(table[column].TextAt)];
}
