using System.Globalization;
using System.Text;

namespace Segmentation.Cli.Tests;

/// <summary>Small files of customers for tests.</summary>
internal static class Customers
{
    /// <summary>
    /// 36 customers in three groups that lie far apart: income 20 to 31 with spending 70 to 81, income 50 to 61 with
    /// spending 40 to 51, income 90 to 101 with spending 10 to 21. Their ids are 0001 to 0036, in file order.
    /// </summary>
    public static string ThreeGroups(string id = "Id", string income = "Income", string spending = "Spending")
    {
        StringBuilder text = new($"{id},{income},{spending},Town\n");
        for (int i = 0; i < 36; i++)
        {
            int group = i % 3;
            int step = i / 3;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{i + 1:0000},{new[] { 20, 50, 90 }[group] + step},{new[] { 70, 40, 10 }[group] + (step * 5 % 12)},{(i % 4 < 2 ? "North" : "South")}\n");
        }

        return text.ToString();
    }

    /// <summary>120 customers spread evenly over income and spending, without any groups.</summary>
    public static string WithoutGroups()
    {
        StringBuilder text = new("Id,Income,Spending\n");
        Random random = new(11);
        for (int i = 0; i < 120; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1:0000},{random.Next(20_000, 90_000)},{random.Next(1_000, 90_000)}\n");
        }

        return text.ToString();
    }

    /// <summary>The same text with the rows below the header in another order.</summary>
    public static string Shuffled(string csv)
    {
        string[] lines = csv.TrimEnd('\n').Split('\n');
        IEnumerable<string> rows = lines.Skip(1).Select((line, i) => (line, i)).OrderBy(row => row.i * 7919 % 211).Select(row => row.line);
        return string.Join('\n', rows.Prepend(lines[0])) + "\n";
    }

    /// <summary>What every file of a folder holds, by name.</summary>
    public static IReadOnlyDictionary<string, string> ContentOf(string folder) => new SortedDictionary<string, string>(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText),
        StringComparer.Ordinal);
}
