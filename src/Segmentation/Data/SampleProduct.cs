using System.Globalization;

namespace Segmentation;

/// <summary>Something that the sample shop sells.</summary>
internal sealed record SampleProduct(string Code, string Description, double Price)
{
    private static readonly string[] Colours = ["RED", "BLUE", "GREEN", "YELLOW", "WHITE", "PINK", "SPOTTED", "STRIPED"];

    private static readonly (string Name, double Price)[] Things =
    [
        ("TEA MUG", 2.95), ("LUNCH BOX", 1.95), ("CANDLE HOLDER", 1.25), ("GIFT BAG", 0.42), ("PICTURE FRAME", 4.25),
        ("PAPER LANTERN", 0.85), ("CAKE TIN", 4.95), ("DOOR MAT", 7.95), ("KITCHEN CLOCK", 8.5), ("WATER BOTTLE", 3.75),
        ("CUSHION COVER", 5.95), ("PENCIL CASE", 1.65), ("EGG CUP", 1.45), ("RECIPE BOOK", 6.75), ("WASH BAG", 2.55),
    ];

    /// <summary>Every thing in every colour, in an order drawn at random; the first sell best.</summary>
    public static SampleProduct[] Catalogue(SampleRandom random)
    {
        int[] order = [.. Enumerable.Range(0, Colours.Length * Things.Length)];
        random.Shuffle(order);
        return
        [
            .. order.Select(index => new SampleProduct(
                (20011 + (17 * index)).ToString(CultureInfo.InvariantCulture) + (index % 6 == 5 ? "B" : string.Empty),
                $"{Colours[index % Colours.Length]} {Things[index / Colours.Length].Name}",
                Things[index / Colours.Length].Price)),
        ];
    }
}
