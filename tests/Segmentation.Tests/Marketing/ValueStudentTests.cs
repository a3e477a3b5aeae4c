namespace Segmentation.Tests.Marketing;

public sealed class ValueStudentTests
{
    // scipy.stats.t.ppf(0.975, df), SciPy 1.10.1.
    [Theory]
    [InlineData(1, 12.706204736432095)]
    [InlineData(2, 4.302652729911275)]
    [InlineData(4, 2.7764451051977987)]
    [InlineData(29, 2.045229642132703)]
    [InlineData(1000, 1.9623390808264074)]
    [InlineData(1001, 1.9623367052808787)]
    [InlineData(5000, 1.9604385517065075)]
    [InlineData(999999, 1.959966356816479)]
    public void Quantile_IsScipys(int freedom, double expected) =>
        Assert.Equal(expected, ValueStudent.Quantile(freedom), 1e-10 * expected);

    // 2 * scipy.stats.t.sf(t, df), SciPy 1.10.1. Past 1,000 degrees of freedom an approximation is used: its error is
    // largest where it does not matter, far out in the tail.
    [Theory]
    [InlineData(2.5, 3.7, 0.07182202291182675, 1e-10)]
    [InlineData(1.3, 12.25, 0.2175300701582765, 1e-10)]
    [InlineData(4, 1500.5, 6.642685621625514e-05, 1e-5)]
    [InlineData(0.5, 2000, 0.6171300834028438, 1e-5)]
    [InlineData(2.1, 1e6, 0.03572909097463502, 1e-5)]
    [InlineData(1e-3, 1e5, 0.9992021175668877, 1e-5)]
    [InlineData(30, 5000, 5.6916581178615267e-182, 1e-2)]
    public void PValue_IsScipys(double statistic, double freedom, double expected, double relativeError) =>
        Assert.Equal(expected, ValueStudent.PValue(statistic, freedom), expected * relativeError);
}
