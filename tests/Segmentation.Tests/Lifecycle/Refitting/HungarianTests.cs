using MathNet.Numerics.Random;

namespace Segmentation.Tests.Lifecycle.Refitting;

public sealed class HungarianTests
{
    [Fact]
    public void Assign_GreedyWouldFail_IsTheCheapestByHand()
    {
        // Taking the cheapest cell, 1, leaves 100; the best is 2 + 3 + 4 (rows 0, 1, 2 to columns 1, 0, 2).
        double[,] cost = { { 1, 2, 9 }, { 3, 100, 9 }, { 9, 9, 4 } };

        Assert.Equal([1, 0, 2], Hungarian.Assign(cost));
    }

    [Fact]
    public void Assign_MoreRowsThanColumns_LeavesTheDearestRowOut()
    {
        double[,] cost = { { 5 }, { 2 }, { 3 } };

        Assert.Equal([-1, 0, -1], Hungarian.Assign(cost));
    }

    [Fact]
    public void Assign_MoreColumnsThanRows_GivesEachRowOne()
    {
        double[,] cost = { { 5, 1, 9 }, { 4, 1, 8 } };

        // 5 + 1 or 1 + 4: the second.
        Assert.Equal([1, 0], Hungarian.Assign(cost));
    }

    [Fact]
    public void Assign_RandomCosts_AreAsCheapAsTheBestOfAllPermutations()
    {
        Xoshiro256StarStar random = new(7);
        for (int trial = 0; trial < 300; trial++)
        {
            double[,] cost = new double[1 + random.Next(6), 1 + random.Next(6)];
            for (int i = 0; i < cost.Length; i++)
            {
                // Small whole numbers have many ties, and negative ones are what a gain is.
                cost[i / cost.GetLength(1), i % cost.GetLength(1)] = random.Next(12) - 6;
            }

            int[] columns = Hungarian.Assign(cost);

            Assert.Equal(Math.Min(cost.GetLength(0), cost.GetLength(1)), columns.Count(column => column >= 0));
            Assert.Equal(columns.Length, columns.Select((column, row) => column >= 0 ? column : -1 - row).Distinct().Count());
            Assert.Equal(Cheapest(cost), columns.Select((column, row) => column < 0 ? 0 : cost[row, column]).Sum());
        }
    }

    /// <summary>Tries every assignment that leaves out no more rows than it must.</summary>
    private static double Cheapest(double[,] cost)
    {
        int rows = cost.GetLength(0);
        int columns = cost.GetLength(1);
        return Best(0, 0, Math.Max(0, rows - columns));

        double Best(int row, int used, int mayLeaveOut)
        {
            if (row == rows)
            {
                return 0;
            }

            double best = mayLeaveOut > 0 ? Best(row + 1, used, mayLeaveOut - 1) : double.PositiveInfinity;
            for (int column = 0; column < columns; column++)
            {
                if ((used & (1 << column)) == 0)
                {
                    best = Math.Min(best, cost[row, column] + Best(row + 1, used | (1 << column), mayLeaveOut));
                }
            }

            return best;
        }
    }
}
