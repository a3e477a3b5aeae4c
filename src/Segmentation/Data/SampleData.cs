namespace Segmentation;

/// <summary>Data that the project makes itself: the same customers for the same seed, on any machine.</summary>
public static partial class SampleData
{
    private static void CheckCustomers(int customers)
    {
        if (customers < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(customers), customers, "At least one customer is needed.");
        }
    }
}
