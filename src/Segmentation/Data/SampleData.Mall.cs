using System.Globalization;

namespace Segmentation;

public static partial class SampleData
{
    private const double FemaleShare = 0.56;

    /// <summary>The five groups; the gender is drawn apart from them.</summary>
    private static readonly MallGroup[] MallGroups =
    [
        new(0.40, Age: 43, AgeSpread: 16, Income: 55, IncomeSpread: 9, Spending: 50, SpendingSpread: 6),
        new(0.20, Age: 33, AgeSpread: 4, Income: 86, IncomeSpread: 13, Spending: 82, SpendingSpread: 9),
        new(0.175, Age: 41, AgeSpread: 11, Income: 88, IncomeSpread: 13, Spending: 18, SpendingSpread: 10),
        new(0.115, Age: 45, AgeSpread: 13, Income: 26, IncomeSpread: 7, Spending: 21, SpendingSpread: 12),
        new(0.11, Age: 25, AgeSpread: 5, Income: 25, IncomeSpread: 7, Spending: 79, SpendingSpread: 10),
    ];

    /// <summary>
    /// Customers of a mall, with the columns of the well-known Mall data: CustomerID, Gender, Age, Annual Income (k$),
    /// Spending Score (1-100). Income and spending form five groups that differ in age; gender plays no part.
    /// </summary>
    /// <param name="customers">The number of rows, at least 1.</param>
    /// <param name="seed">Another seed gives other customers.</param>
    public static CustomerTable MallCustomers(int customers = 200, int seed = 42)
    {
        CheckCustomers(customers);
        SampleRandom random = new(seed);
        string[] ids = new string[customers];
        string[] genders = new string[customers];
        double[] ages = new double[customers];
        double[] incomes = new double[customers];
        double[] scores = new double[customers];
        int[] groups = MallGroupOfCustomers(customers);
        random.Shuffle(groups);
        for (int i = 0; i < customers; i++)
        {
            MallGroup group = MallGroups[groups[i]];
            ids[i] = (i + 1).ToString(CultureInfo.InvariantCulture);
            genders[i] = random.Chance(FemaleShare) ? "Female" : "Male";
            ages[i] = random.WholeNormal(group.Age, group.AgeSpread, 18, 70);
            incomes[i] = random.WholeNormal(group.Income, group.IncomeSpread, 15, 140);
            scores[i] = random.WholeNormal(group.Spending, group.SpendingSpread, 1, 100);
        }

        return new CustomerTable(
            [
                new TextColumn("CustomerID", ids, ColumnKind.Id),
                new CategoricalColumn("Gender", genders),
                new NumericColumn("Age", ages),
                new NumericColumn("Annual Income (k$)", incomes),
                new NumericColumn("Spending Score (1-100)", scores),
            ],
            "CustomerID");
    }

    /// <summary>As many customers of each group as its share says, the groups one after the other.</summary>
    private static int[] MallGroupOfCustomers(int customers)
    {
        int[] groups = new int[customers];
        double share = 0;
        int next = 0;
        for (int group = 0; group < MallGroups.Length; group++)
        {
            share += MallGroups[group].Share;
            int end = group == MallGroups.Length - 1 ? customers : (int)Math.Round(share * customers);
            groups.AsSpan(next, end - next).Fill(group);
            next = end;
        }

        return groups;
    }

    /// <summary>Means and spreads (standard deviations); the shares add up to 1.</summary>
    private sealed record MallGroup(
        double Share, double Age, double AgeSpread, double Income, double IncomeSpread, double Spending, double SpendingSpread);
}
