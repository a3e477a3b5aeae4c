using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Segmentation;

/// <summary>The cells of one column in one block, as numbers or as texts.</summary>
internal sealed class PlainCells
{
    private PlainReading reading = PlainReading.Nothing;
    private readonly RawColumn texts = new(string.Empty);
    private double[] numbers = [];

    /// <summary>Whether a cell was neither a number nor missing: then the numbers are of no use.</summary>
    public bool HasStray { get; private set; }

    /// <summary>Whether a number is not whole.</summary>
    public bool HasFraction { get; private set; }

    /// <summary>Whether a whole number is not kept as it is spelt.</summary>
    public bool LosesDigits { get; private set; }

    /// <summary>The cells that are neither missing nor strays.</summary>
    public int NumberCount => Count - Missing.Values.Sum();

    /// <summary>How often which text meant missing.</summary>
    public SortedDictionary<string, int> Missing { get; } = new(StringComparer.Ordinal);

    public ReadOnlySpan<double> Numbers => numbers.AsSpan(0, Count);

    /// <summary>The texts, each with its place in the rows; null where numbers are read.</summary>
    public RawColumn? Texts => reading.Kind == PlainKind.Texts ? texts : null;

    private int Count { get; set; }

    /// <summary>Begins anew.</summary>
    public void Clear(PlainColumn column)
    {
        reading = column.Reading;
        Count = 0;
        HasStray = HasFraction = LosesDigits = false;
        Missing.Clear();
        texts.Clear(column.LooksForEqualTexts);
    }

    /// <summary>Adds a number that is spelt in the most usual way and of which a double holds every digit.</summary>
    /// <param name="bytes">From the cell's beginning.</param>
    /// <param name="end">The byte behind the cell.</param>
    /// <returns>The cell's length; -1 where nothing was added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TryAddNumber(ReadOnlySpan<byte> bytes, byte end)
    {
        if (reading.Kind != PlainKind.Numbers || !PlainNumber.TryRead(bytes, end, out double value, out int length, out bool leadingZero))
        {
            return -1;
        }

        AddNumber(value);
        LosesDigits |= leadingZero;
        return length;
    }

    /// <summary>Adds any cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (reading.Kind == PlainKind.Texts)
        {
            texts.Add(cell);
        }
        else if (reading.Kind == PlainKind.Numbers && !HasStray)
        {
            AddUnusual(cell);
        }
    }

    private void AddUnusual(ReadOnlySpan<byte> cell)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            AddNumber(value);
            LosesDigits |= !HasFraction && NumberParsing.LosesDigits(Encoding.UTF8.GetString(cell));
            return;
        }

        string text = Encoding.UTF8.GetString(cell);
        if (reading.Missing!.IsMissingNumber(text))
        {
            string token = text.Trim();
            Missing[token] = Missing.GetValueOrDefault(token) + 1;
            AddNumber(double.NaN);
        }
        else
        {
            HasStray = true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNumber(double value)
    {
        if (Count == numbers.Length)
        {
            Array.Resize(ref numbers, Math.Max(1024, 2 * Count));
        }

        numbers[Count++] = value;
        HasFraction |= value != Math.Floor(value) && !double.IsNaN(value);
    }
}
