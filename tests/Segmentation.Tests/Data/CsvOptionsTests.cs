namespace Segmentation.Tests;

public sealed class CsvOptionsTests
{
    public static TheoryData<Func<CsvOptions>, string> Wrong => new()
    {
        { () => new CsvOptions { Delimiter = '"' }, "Delimiter cannot be a quote or a line break. (Parameter 'Delimiter')" },
        { () => new CsvOptions { DecimalSeparator = ';' }, "DecimalSeparator is '.' or ','. (Parameter 'DecimalSeparator')" },
        { () => new CsvOptions { DateFormat = " " }, "DateFormat cannot be blank. (Parameter 'DateFormat')" },
        { () => new CsvOptions { DateOrder = (DateOrder)7 }, "DateOrder 7 is unknown. (Parameter 'DateOrder')" },
        { () => new CsvOptions { StrayTexts = (StrayTextHandling)7 }, "StrayTexts 7 is unknown. (Parameter 'StrayTexts')" },
        { () => new CsvOptions { ColumnKinds = null! }, "Value cannot be null. (Parameter 'ColumnKinds')" },
        { () => new CsvOptions { ColumnMissingTokens = null! }, "Value cannot be null. (Parameter 'ColumnMissingTokens')" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Init_WrongOption_IsNamed(Func<CsvOptions> make, string message)
    {
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
    }
}
