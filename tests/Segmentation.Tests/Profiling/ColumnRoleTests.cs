namespace Segmentation.Tests.Profiling;

public sealed class ColumnRoleTests
{
    [Theory]
    [InlineData("Annual Income (k$)", "AbilityToPay")]
    [InlineData("monthlySalary", "AbilityToPay")]
    [InlineData("Spending Score (1-100)", "Activity")]
    [InlineData("TOTAL_SPEND", "Activity")]
    [InlineData("Purchase Frequency", "Activity")]
    [InlineData("Spend in the last 30 days", "Activity")]
    [InlineData("Recency", "Recency")]
    [InlineData("Days since last purchase", "Recency")]
    [InlineData("Age", "Age")]
    [InlineData("Customer age (years)", "Age")]
    public void Of_NameThatSaysWhatItIs_IsThatRole(string column, string role)
    {
        Assert.Equal(role, ColumnRoles.Of(column).ToString());
    }

    [Theory]
    [InlineData("Credit score")]
    [InlineData("Loan amount")]
    [InlineData("Returned orders")]
    [InlineData("Recency score")]
    [InlineData("Days since first purchase")]
    [InlineData("Account age")]
    [InlineData("Average package weight")]
    [InlineData("Spending to income")]
    [InlineData("Tenure")]
    public void Of_NameThatMayMeanTheOpposite_IsOther(string column)
    {
        Assert.Equal(ColumnRole.Other, ColumnRoles.Of(column));
    }
}
