namespace Segmentation;

/// <summary>Sorts finite numbers; many of them by their bits, digit by digit, which compares none (Knuth, volume 3, 5.2.5).</summary>
internal static class NumberSorting
{
    /// <summary>Fewer numbers are sorted sooner by comparing them.</summary>
    private const int Many = 1 << 13;

    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int DigitMask = (1 << DigitBits) - 1;

    /// <summary>Puts finite numbers in rising order.</summary>
    public static void Sort(double[] numbers)
    {
        if (numbers.Length < Many)
        {
            Array.Sort(numbers);
            return;
        }

        ulong[] keys = new ulong[numbers.Length];
        int[][] counts = CountDigits(numbers, keys);
        ulong[] other = new ulong[numbers.Length];
        for (int digit = 0; digit < Digits; digit++)
        {
            // A digit that all numbers share orders nothing.
            if (counts[digit][Digit(keys[0], digit)] != numbers.Length)
            {
                Distribute(keys, other, counts[digit], digit);
                (keys, other) = (other, keys);
            }
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = ToNumber(keys[i]);
        }
    }

    /// <summary>How often each digit has each value; and the keys, unsigned numbers in the same order as the doubles.</summary>
    private static int[][] CountDigits(double[] numbers, ulong[] keys)
    {
        int[][] counts = [.. Enumerable.Range(0, Digits).Select(_ => new int[1 << DigitBits])];
        for (int i = 0; i < numbers.Length; i++)
        {
            ulong key = ToKey(numbers[i]);
            keys[i] = key;
            for (int digit = 0; digit < Digits; digit++)
            {
                counts[digit][Digit(key, digit)]++;
            }
        }

        return counts;
    }

    private static void Distribute(ulong[] from, ulong[] to, int[] counts, int digit)
    {
        int start = 0;
        for (int value = 0; value < counts.Length; value++)
        {
            (counts[value], start) = (start, start + counts[value]);
        }

        foreach (ulong key in from)
        {
            to[counts[Digit(key, digit)]++] = key;
        }
    }

    private static int Digit(ulong key, int digit) => (int)(key >> (digit * DigitBits)) & DigitMask;

    /// <summary>Positive numbers are ordered as their bits are, negative ones the other way round and before them.</summary>
    private static ulong ToKey(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }

    private static double ToNumber(ulong key)
    {
        long bits = (long)key;
        return BitConverter.Int64BitsToDouble(bits ^ (~(bits >> 63) | long.MinValue));
    }
}
