using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Segmentation.Benchmarks;

/// <summary>
/// Made customers whose columns lie as real ones do: skewed, with many zeros, on a grid, in groups of unequal size. K-Means
/// has many local minima in them. The columns are standardised; the same shape, rows and seed give the same numbers.
/// </summary>
internal static class CustomerShapes
{
    private delegate void Writer(Xoshiro256StarStar random, Span<double> row);

    /// <summary>The shapes and their numbers of columns.</summary>
    public static IReadOnlyList<(string Name, int Features)> All { get; } =
    [
        ("cards", 17), ("telecom", 7), ("wholesale", 6), ("ratings", 8), ("recency", 3), ("ages", 2), ("unequal", 5), ("correlated", 10),
    ];

    /// <summary>Standardised rows, row after row.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="rowCount">The number of rows.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static double[] Rows(string name, int rowCount, int seed)
    {
        int features = All.Single(shape => shape.Name == name).Features;
        Xoshiro256StarStar random = new(seed, threadSafe: false);
        Writer write = name switch
        {
            "cards" => Card,
            "telecom" => Telecom,
            "wholesale" => Wholesale,
            "ratings" => Ratings,
            "recency" => Recency,
            "ages" => Age,
            "unequal" => Groups(random, features),
            _ => Correlated(random, features),
        };
        double[] rows = new double[rowCount * features];
        for (int row = 0; row < rowCount; row++)
        {
            write(random, rows.AsSpan(row * features, features));
        }

        Standardise(rows, features);
        return rows;
    }

    private static double Draw(Xoshiro256StarStar random) => Normal.Sample(random, 0, 1);

    /// <summary>Balances, purchases and advances of card holders, most of them skewed and many zero.</summary>
    private static void Card(Xoshiro256StarStar random, Span<double> row)
    {
        double wealth = Draw(random);
        double kind = random.NextDouble();
        double oneOff = kind is < 0.35 or > 0.9 ? Math.Exp(5.5 + (0.6 * wealth) + (1.2 * Draw(random))) : 0;
        double instalments = kind is > 0.2 and < 0.6 or > 0.9 ? Math.Exp(5 + (0.4 * wealth) + Draw(random)) : 0;
        double advance = kind is > 0.55 and < 0.95 ? Math.Exp(6.3 + (0.3 * wealth) + (1.3 * Draw(random))) : 0;
        double balance = Math.Exp(6.5 + (0.5 * wealth) + (1.3 * Draw(random))) + (0.6 * advance);
        double paying = random.NextDouble();
        row[0] = balance;
        row[1] = random.NextDouble() < 0.7 ? 1 : random.Next(1, 12) / 11.0;
        row[2] = oneOff + instalments;
        row[3] = oneOff;
        row[4] = instalments;
        row[5] = advance;
        row[6] = Share(random, oneOff + instalments > 0);
        row[7] = Share(random, oneOff > 0);
        row[8] = Share(random, instalments > 0);
        row[9] = Share(random, advance > 0) / 2;
        row[10] = Math.Round(advance / 300);
        row[11] = Math.Round(((oneOff + instalments) / 70) + (instalments / 40));
        row[12] = Math.Round(Math.Exp(8 + (0.5 * wealth) + (0.5 * Draw(random))) / 500) * 500;
        row[13] = Math.Exp(Math.Log(50 + oneOff + instalments + (0.8 * advance)) + (0.5 * Draw(random)));
        row[14] = Math.Exp(Math.Log(20 + (0.2 * balance)) + (0.9 * Draw(random)));
        row[15] = paying < 0.65 ? 0 : Math.Round(12 * random.NextDouble()) / 12;
        row[16] = random.NextDouble() < 0.85 ? 12 : random.Next(6, 12);
    }

    private static double Share(Xoshiro256StarStar random, bool isAny) => isAny ? random.Next(1, 13) / 12.0 : 0;

    /// <summary>Months, charges and flags of subscribers; the newest and the oldest are the most.</summary>
    private static void Telecom(Xoshiro256StarStar random, Span<double> row)
    {
        double kind = random.NextDouble();
        double months = kind < 0.3 ? random.Next(1, 10) : kind < 0.55 ? random.Next(60, 73) : random.Next(1, 73);
        double plan = random.NextDouble();
        double charge = Math.Round(20 * ((plan < 0.2 ? 20 : plan < 0.5 ? 55 : 90) + (8 * Draw(random)))) / 20;
        row[0] = months;
        row[1] = charge;
        row[2] = months * charge * (1 + (0.05 * Draw(random)));
        row[3] = random.NextDouble() < 0.16 ? 1 : 0;
        row[4] = random.NextDouble() < 0.25 + (months / 144) ? 1 : 0;
        row[5] = random.NextDouble() < 0.3 ? 1 : 0;
        row[6] = random.Next(0, 7);
    }

    /// <summary>Yearly spending by kind of goods of two kinds of buyers, log-normal.</summary>
    private static void Wholesale(Xoshiro256StarStar random, Span<double> row)
    {
        double size = 0.5 * Draw(random);
        bool shop = random.NextDouble() < 0.35;
        for (int i = 0; i < row.Length; i++)
        {
            bool own = (i is 1 or 2 or 4) == shop;
            row[i] = Math.Round(Math.Exp((own ? 8.9 : 7.4) + size + (0.9 * Draw(random))));
        }
    }

    /// <summary>Answers from 1 to 5 that share two opinions.</summary>
    private static void Ratings(Xoshiro256StarStar random, Span<double> row)
    {
        double first = Draw(random);
        double second = Draw(random);
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = Math.Clamp(Math.Round(3.4 + (i % 2 == 0 ? first : second) + (0.8 * Draw(random))), 1, 5);
        }
    }

    /// <summary>Days since the last order, orders and money spent.</summary>
    private static void Recency(Xoshiro256StarStar random, Span<double> row)
    {
        double orders = 1 + Math.Floor(Math.Exp(1.1 * Draw(random)));
        row[0] = Math.Min(720, Math.Floor(-200 / Math.Sqrt(orders) * Math.Log(1 - random.NextDouble())));
        row[1] = orders;
        row[2] = Math.Round(100 * orders * Math.Exp(3.3 + (0.6 * Draw(random)))) / 100;
    }

    /// <summary>Whole years and a score from 1 to 100 with some middle values more often.</summary>
    private static void Age(Xoshiro256StarStar random, Span<double> row)
    {
        row[0] = random.Next(18, 70) - (random.NextDouble() < 0.3 ? random.Next(0, 18) / 2 : 0);
        row[1] = random.NextDouble() < 0.4 ? random.Next(40, 61) : random.Next(1, 101);
    }

    /// <summary>Seven overlapping normal groups, each of about 0.6 times as many rows as the one before.</summary>
    private static Writer Groups(Xoshiro256StarStar random, int features)
    {
        const int Count = 7;
        double[] centers = [.. Enumerable.Range(0, Count * features).Select(_ => 6 * random.NextDouble())];
        double[] deviations = [.. Enumerable.Range(0, Count).Select(_ => 0.4 + random.NextDouble())];
        return (rowRandom, row) =>
        {
            int group = 0;
            while (group < Count - 1 && rowRandom.NextDouble() > 0.4)
            {
                group++;
            }

            for (int i = 0; i < row.Length; i++)
            {
                row[i] = Normal.Sample(rowRandom, centers[(group * features) + i], deviations[group]);
            }
        };
    }

    /// <summary>One cloud whose columns mix fewer causes.</summary>
    private static Writer Correlated(Xoshiro256StarStar random, int features)
    {
        const int Causes = 4;
        double[] loadings = [.. Enumerable.Range(0, Causes * features).Select(_ => Draw(random))];
        return (rowRandom, row) =>
        {
            double[] causes = [.. Enumerable.Range(0, Causes).Select(_ => Draw(rowRandom))];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = 0.5 * Draw(rowRandom);
                for (int cause = 0; cause < Causes; cause++)
                {
                    row[i] += loadings[(i * Causes) + cause] * causes[cause];
                }
            }
        };
    }

    private static void Standardise(double[] rows, int features)
    {
        int rowCount = rows.Length / features;
        for (int feature = 0; feature < features; feature++)
        {
            double[] column = [.. Enumerable.Range(0, rowCount).Select(row => rows[(row * features) + feature])];
            double mean = column.Average();
            double deviation = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            for (int row = 0; row < rowCount; row++)
            {
                rows[(row * features) + feature] = (column[row] - mean) / deviation;
            }
        }
    }
}
