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
    [InlineData("Annual Income (thousands of dollars)", "AbilityToPay")]
    [InlineData("Salary", "AbilityToPay")]
    [InlineData("Household income", "AbilityToPay")]
    [InlineData("Net income per month (EUR)", "AbilityToPay")]
    [InlineData("Customer's income", "AbilityToPay")]
    [InlineData("Total spend", "Activity")]
    [InlineData("Average order value", "Activity")]
    [InlineData("Amount spent", "Activity")]
    [InlineData("Monetary", "Activity")]
    [InlineData("Frequency", "Activity")]
    [InlineData("Orders per year", "Activity")]
    [InlineData("Orders/month", "Activity")]
    [InlineData("Number of orders", "Activity")]
    [InlineData("No. of orders", "Activity")]
    [InlineData("num_purchases", "Activity")]
    [InlineData("Purchases", "Activity")]
    [InlineData("Purchases (last 12 months)", "Activity")]
    [InlineData("Revenue", "Activity")]
    [InlineData("Revenue 2024 (USD)", "Activity")]
    [InlineData("Recency (days)", "Recency")]
    [InlineData("Number of days since the last order", "Recency")]
    [InlineData("Last purchase (days ago)", "Recency")]
    [InlineData("Age", "Age")]
    [InlineData("Age (18-70)", "Age")]
    [InlineData("Customer age (years)", "Age")]
    [InlineData("Profit per customer", "Value")]
    [InlineData("Gross margin (EUR)", "Value")]
    [InlineData("CLV", "Value")]
    [InlineData("Customer lifetime value", "Value")]
    [InlineData("Customer tenure (months)", "Loyalty")]
    [InlineData("Months as customer", "Loyalty")]
    [InlineData("Loyalty score", "Loyalty")]
    [InlineData("Loyalty", "Loyalty")]
    [InlineData("Number of coupons redeemed", "DiscountUse")]
    [InlineData("NumDealsPurchases", "DiscountUse")]
    [InlineData("Orders with discount", "DiscountUse")]
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
    [InlineData("Job tenure (years)")]
    [InlineData("Loyalty card")]
    [InlineData("Loyalty points")]
    [InlineData("Profit margin %")]
    [InlineData("Lost profit")]
    [InlineData("Value")]
    [InlineData("Lifetime")]
    [InlineData("Discount refused")]
    [InlineData("Customers")]
    [InlineData("Amount Overdue")]
    [InlineData("Basket abandonment rate")]
    [InlineData("late payments")]
    [InlineData("support calls")]
    [InlineData("outstanding balance")]
    [InlineData("lost orders")]
    [InlineData("Orders (cancelled)")]
    [InlineData("Purchases [% returned]")]
    [InlineData("Orders %")]
    [InlineData("No orders")]
    [InlineData("Order number")]
    [InlineData("Purchase year")]
    [InlineData("Last purchase (days)")]
    [InlineData("Purchase frequency (days)")]
    [InlineData("Days per order")]
    [InlineData("Time spent (minutes)")]
    [InlineData("Sales calls")]
    [InlineData("Spend limit")]
    [InlineData("Income tax paid")]
    [InlineData("Income level")]
    [InlineData("Unspent income")]
    [InlineData("Amount")]
    [InlineData("TotalCharges")]
    [InlineData("Recency (1-5)")]
    [InlineData("Days since last complaint")]
    [InlineData("Age 18-25")]
    [InlineData("")]
    public void Of_NameWithAWordThatMayTurnItsMeaning_IsOther(string column)
    {
        Assert.Equal(ColumnRole.Other, ColumnRoles.Of(column));
    }

    [Theory]
    [InlineData("MonthlyCharges", "Charges")]
    [InlineData("Monthly fee (EUR)", "Charges")]
    [InlineData("Churn", "Attrition")]
    [InlineData("CASH_ADVANCE", "Borrowing")]
    [InlineData("CASH_ADVANCE_TRX", "Borrowing")]
    [InlineData("Cash advances", "Borrowing")]
    [InlineData("CREDIT_LIMIT", "CreditLimit")]
    [InlineData("BALANCE", "Balance")]
    [InlineData("Account balance", "Balance")]
    [InlineData("ONEOFF_PURCHASES", "Activity")]
    [InlineData("INSTALLMENTS_PURCHASES", "Activity")]
    [InlineData("PURCHASES_TRX", "Activity")]
    [InlineData("Contract length (months)", "Commitment")]
    [InlineData("Number of employees", "CompanySize")]
    [InlineData("Visits per month", "Usage")]
    [InlineData("Number of complaints", "Complaints")]
    [InlineData("Satisfaction score", "Satisfaction")]
    public void Of_NameOfAField_IsThatRole(string column, string role) => Assert.Equal(role, ColumnRoles.Of(column).ToString());

    [Fact]
    public void Of_AmbiguousNames_TakeTheirMeaningFromTheColumnsBeside()
    {
        IReadOnlyDictionary<string, ColumnRole> cards = ColumnRoles.Of(["CASH_ADVANCE", "CREDIT_LIMIT", "PAYMENTS", "MINIMUM_PAYMENTS", "PRC_FULL_PAYMENT", "TENURE"]);
        IReadOnlyDictionary<string, ColumnRole> telecom = ColumnRoles.Of(["tenure", "Contract", "Payments"]);
        IReadOnlyDictionary<string, ColumnRole> wholesale = ColumnRoles.Of(["Channel", "Fresh", "Milk", "Detergents_Paper", "Delicassen"]);
        IReadOnlyDictionary<string, ColumnRole> alone = ColumnRoles.Of(["Tenure", "Fresh", "Milk", "Payments"]);

        Assert.Equal(
            [ColumnRole.Borrowing, ColumnRole.CreditLimit, ColumnRole.Repayment, ColumnRole.Balance, ColumnRole.Repayment, ColumnRole.Loyalty], cards.Values);
        Assert.Equal([ColumnRole.Loyalty, ColumnRole.Other, ColumnRole.Other], telecom.Values);
        Assert.Equal(
            [ColumnRole.Other, ColumnRole.CategorySpend, ColumnRole.CategorySpend, ColumnRole.CategorySpend, ColumnRole.CategorySpend], wholesale.Values);
        Assert.All(alone.Values, role => Assert.Equal(ColumnRole.Other, role));
    }

    [Theory]
    [InlineData("Contract", "Month-to-month", "Commitment", false)]
    [InlineData("Contract", "Two year", "Commitment", true)]
    [InlineData("Churn", "No", "Attrition", false)]
    [InlineData("Churn", "Yes", "Attrition", true)]
    [InlineData("Partner", "Yes", "Other", true)]
    [InlineData("Contract", "Silver", "Other", true)]
    public void OfLevel_LevelWithAMeaning_HasARoleAndADirection(string column, string level, string role, bool isHigh) =>
        Assert.Equal((role, isHigh), (ColumnRoles.OfLevel(column, level).Role.ToString(), ColumnRoles.OfLevel(column, level).IsHigh));
}
