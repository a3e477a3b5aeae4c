namespace Segmentation.Cli;

/// <summary>Loads what the argument DATA names.</summary>
internal static class DataFile
{
    private const string StandardInput = "-";

    /// <summary>Reads a file, or standard input where the name is a dash.</summary>
    /// <exception cref="DataException">It cannot be read as a table.</exception>
    public static CustomerTable Load(string data, string? idColumn)
    {
        CsvOptions options = new() { IdColumn = idColumn };
        if (data != StandardInput)
        {
            return CustomerTable.Load(data, options);
        }

        using Stream input = Console.OpenStandardInput();
        return CustomerTable.Read(input, "standard input", options);
    }
}
