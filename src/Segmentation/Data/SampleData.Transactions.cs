using System.Globalization;

namespace Segmentation;

public static partial class SampleData
{
    private const int Days = 365;
    private const int FirstCustomerNumber = 10001;
    private const int FirstInvoiceNumber = 500001;
    private const double GuestInvoicesPerCustomer = 0.3;
    private const double WholesaleShare = 0.08;
    private const double CancelledShare = 0.05;

    private static readonly DateTime FirstDay = new(2024, 1, 1);
    private static readonly double[] Packs = [1, 2, 3, 4, 6, 8, 10, 12, 24];
    private static readonly double[] PackWeights = [24, 16, 10, 10, 12, 6, 6, 12, 4];
    private static readonly string[] Countries = ["United Kingdom", "Germany", "France", "Netherlands", "Spain", "Norway"];
    private static readonly double[] CountryWeights = [88, 4, 4, 2, 1, 1];

    /// <summary>
    /// A year of purchases in a gift shop, with the columns of Online Retail: InvoiceNo, StockCode, Description,
    /// Quantity, InvoiceDate, UnitPrice, CustomerID, Country. A few customers make most of the turnover; some stop
    /// buying; invoices that begin with C take goods back, with negative quantities; guests have no CustomerID.
    /// </summary>
    /// <param name="customers">The customers with an id, at least 1; each buys at least once.</param>
    /// <param name="seed">Another seed gives other purchases.</param>
    public static CustomerTable Transactions(int customers = 200, int seed = 42)
    {
        CheckCustomers(customers);
        SampleRandom random = new(seed);
        SampleProduct[] products = SampleProduct.Catalogue(random);
        double[] popularity = [.. products.Select((_, rank) => 1.0 / (rank + 3))];
        List<Invoice> invoices = [];
        for (int i = 0; i < customers; i++)
        {
            AddCustomer(invoices, FirstCustomerNumber + i, random, popularity);
        }

        int guests = (int)(customers * GuestInvoicesPerCustomer);
        for (int i = 0; i < guests; i++)
        {
            invoices.Add(new(null, Countries[0], Time(random.Index(Days), random), false, Lines(3, 1, random, popularity)));
        }

        return ToTable([.. invoices.OrderBy(invoice => invoice.Time)], products);
    }

    private static void AddCustomer(List<Invoice> invoices, int number, SampleRandom random, double[] popularity)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        string country = Countries[random.Weighted(CountryWeights)];
        int bulk = random.Chance(WholesaleShare) ? 3 + random.Index(8) : 1;
        double eagerness = random.Uniform();
        double meanGap = 12 + (160 * eagerness * eagerness);
        double meanLines = 2 + (8 * random.Uniform());
        double leaving = 0.04 + (0.3 * random.Uniform());
        for (int day = random.Index(Days - 30); day < Days; day += random.Geometric(1 / meanGap, Days))
        {
            Invoice invoice = new(id, country, Time(day, random), false, Lines(meanLines, bulk, random, popularity));
            invoices.Add(invoice);
            int returned = day + 1 + random.Index(20);
            if (random.Chance(CancelledShare) && returned < Days)
            {
                IEnumerable<Line> back = invoice.Lines.Take(1 + random.Index(invoice.Lines.Length));
                invoices.Add(invoice with
                {
                    Time = Time(returned, random),
                    IsCancelled = true,
                    Lines = [.. back.Select(line => line with { Quantity = -(1 + random.Index((int)line.Quantity)) })],
                });
            }

            if (random.Chance(leaving))
            {
                return;
            }
        }
    }

    private static DateTime Time(int day, SampleRandom random) => FirstDay.AddDays(day).AddMinutes((8 * 60) + random.Index(10 * 60));

    private static Line[] Lines(double mean, int bulk, SampleRandom random, double[] popularity)
    {
        Line[] lines = new Line[random.Geometric(1 / mean, 40)];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new(random.Weighted(popularity), Packs[random.Weighted(PackWeights)] * bulk);
        }

        return lines;
    }

    private static CustomerTable ToTable(Invoice[] invoices, SampleProduct[] products)
    {
        (string No, Invoice Invoice, Line Line)[] rows =
        [
            .. invoices.SelectMany(
                (invoice, i) => invoice.Lines.Select(line => (No(invoice, i), invoice, line))),
        ];
        return new CustomerTable(
        [
            new TextColumn("InvoiceNo", [.. rows.Select(row => row.No)], ColumnKind.Id),
            new TextColumn("StockCode", [.. rows.Select(row => products[row.Line.Product].Code)], ColumnKind.Id),
            new CategoricalColumn("Description", [.. rows.Select(row => products[row.Line.Product].Description)]),
            new NumericColumn("Quantity", [.. rows.Select(row => row.Line.Quantity)]),
            new DateColumn("InvoiceDate", [.. rows.Select(row => (DateTime?)row.Invoice.Time)]),
            new NumericColumn("UnitPrice", [.. rows.Select(row => products[row.Line.Product].Price)]),
            new TextColumn("CustomerID", [.. rows.Select(row => row.Invoice.CustomerId)], ColumnKind.Id),
            new CategoricalColumn("Country", [.. rows.Select(row => row.Invoice.Country)]),
        ]);
    }

    private static string No(Invoice invoice, int index) =>
        (invoice.IsCancelled ? "C" : string.Empty) + (FirstInvoiceNumber + index).ToString(CultureInfo.InvariantCulture);

    private sealed record Invoice(string? CustomerId, string Country, DateTime Time, bool IsCancelled, Line[] Lines);

    private readonly record struct Line(int Product, double Quantity);
}
