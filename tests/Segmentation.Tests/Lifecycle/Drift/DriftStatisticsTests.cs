namespace Segmentation.Tests.Lifecycle;

/// <summary>The statistics behind drift, against SciPy 1.10 (chi2, chi2_contingency, hypergeom, betabinom, fisher_exact).</summary>
public sealed class DriftStatisticsTests
{
    /// <summary>Both libraries state about 1e-13; the critical value is found from the p-value.</summary>
    private const double Relative = 1e-9;

    [Theory]
    [InlineData(0.05, 9, 16.91897760462045)]
    [InlineData(0.001, 9, 27.877164871256575)]
    [InlineData(1e-6, 1, 23.928126976934827)]
    [InlineData(0.01, 4, 13.276704135987625)]
    public void CriticalValue_OfAProbability_IsSciPys(double probability, int freedom, double expected)
    {
        Assert.Equal(expected, ChiSquareTail.CriticalValue(probability, freedom), expected * Relative);
        Assert.Equal(probability, ChiSquareTail.PValue(expected, freedom), probability * Relative);
    }

    [Theory]
    [InlineData(3.7, 3, 0.29573403237527585)]
    [InlineData(60, 9, 1.3406780483959625e-09)]
    public void PValue_OfAChiSquare_IsSciPys(double statistic, int freedom, double expected) =>
        Assert.Equal(expected, ChiSquareTail.PValue(statistic, freedom), expected * Relative);

    /// <summary>The shares (60.5, 40.5, 100.5) / 201.5 and (30.5, 50.5, 120.5) / 201.5, by NumPy.</summary>
    [Fact]
    public void StabilityIndex_OfThreeBins_IsTheSumByHand()
    {
        PopulationStability stability = PopulationStability.Of([60, 40, 100], [30, 50, 120])!.Value;

        Assert.Equal(3, stability.Bins);
        Assert.Equal(0.13093823609440539, stability.Index, 1e-14);
        Assert.Equal(0.0014345389010439525, stability.PValue, 1e-12);
        Assert.Equal(0.09210340371976182, stability.CriticalValue(0.01), 1e-12);
    }

    [Fact]
    public void StabilityIndex_BinsWithFewExpected_AreJoined()
    {
        // Of 50 new customers each tenth of the training is expected to have 5: two bins make one.
        PopulationStability stability = PopulationStability.Of([.. Enumerable.Repeat(100, 10)], [.. Enumerable.Repeat(5, 10)])!.Value;

        Assert.Equal((5, 0.021), (stability.Bins, Math.Round(stability.InverseSizes, 12)));
        Assert.Equal(0, stability.Index, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void StabilityIndex_TooFewForTwoBins_IsUnknown(int customers) =>
        Assert.Null(PopulationStability.Of([50, 50], [customers, 0]));

    [Fact]
    public void Of_ALastBinThatIsTooSmall_JoinsTheOneBefore()
    {
        PooledCounts pooled = PooledCounts.Of([40, 40, 5], [30, 40, 30]);

        Assert.Equal([40, 45], pooled.Training);
        Assert.Equal([30, 70], pooled.New);
    }

    [Fact]
    public void ChiSquare_OfTwoSamples_IsSciPys() =>
        Assert.Equal(12.929292929292927, PooledCounts.Of([60, 40, 100], [30, 50, 120]).ChiSquare(), 1e-12);

    /// <summary>hypergeom.sf(8, 800, 200, 15), which is betabinom.sf(8, 200, 7, 594); the binomial test would say 0.0002.</summary>
    [Fact]
    public void OfBeyond_NineOf200WhereTrainingHasSixOf600_CountsThatTheLimitIsByChance() =>
        Assert.Equal(0.003855264734345714, DriftChance.OfBeyond(600, 6, 200, 9), 1e-11);

    [Fact]
    public void OfBeyond_NoMoreThanUsual_IsNothing() => Assert.Equal(1, DriftChance.OfBeyond(600, 6, 200, 2));

    /// <summary>Twice the smaller tail; the tables no more likely than this one, which SciPy adds up, are about the same.</summary>
    [Fact]
    public void OfShares_TwoOfAHundredAndNineOfAHundred_IsNearSciPys() =>
        Assert.InRange(DriftChance.OfShares(100, 2, 100, 9), 0.0582, 0.0583);

    [Fact]
    public void OfShares_NothingInBoth_IsNothing() => Assert.Equal(1, DriftChance.OfShares(100, 0, 100, 0));
}
