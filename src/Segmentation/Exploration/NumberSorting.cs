using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation;

/// <summary>Sorts finite numbers; many of them by their bits, digit by digit, which compares none (Knuth, volume 3, 5.2.5).</summary>
internal static class NumberSorting
{
    /// <summary>Fewer numbers are sorted sooner by comparing them.</summary>
    private const int Many = 1 << 13;

    private const int DigitBits = 8;
    private const int Digits = 64 / DigitBits;
    private const int Values = 1 << DigitBits;

    /// <summary>Puts finite numbers in rising order.</summary>
    public static void Sort(double[] numbers)
    {
        if (numbers.Length < Many)
        {
            Array.Sort(numbers);
            return;
        }

        Span<ulong> keys = MemoryMarshal.Cast<double, ulong>(numbers.AsSpan());
        int[] counts = ToKeys(keys);
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(keys.Length);
        Span<ulong> other = rented.AsSpan(0, keys.Length);
        Span<ulong> from = keys;
        for (int digit = 0; digit < Digits; digit++)
        {
            // A digit that all numbers share orders nothing.
            Span<int> ofDigit = counts.AsSpan(digit * Values, Values);
            if (!ofDigit.Contains(keys.Length))
            {
                Span<ulong> to = from == keys ? other : keys;
                Distribute(from, to, ofDigit, digit * DigitBits);
                from = to;
            }
        }

        ToNumbers(from, keys);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <summary>Turns the doubles' bits into unsigned numbers of the same order, and counts each value of each digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] ToKeys(Span<ulong> bits)
    {
        int[] counts = new int[Digits * Values];
        for (int i = 0; i < bits.Length; i++)
        {
            // Positive numbers are ordered as their bits are, negative ones the other way round and before them.
            ulong key = bits[i] ^ ((ulong)((long)bits[i] >> 63) | 1UL << 63);
            bits[i] = key;
            for (int digit = 0; digit < Digits; digit++)
            {
                counts[(digit * Values) + (int)(key & (Values - 1))]++;
                key >>= DigitBits;
            }
        }

        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Distribute(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> counts, int shift)
    {
        int start = 0;
        foreach (ref int count in counts)
        {
            (count, start) = (start, start + count);
        }

        foreach (ulong key in from)
        {
            to[counts[(int)(key >> shift) & (Values - 1)]++] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ToNumbers(ReadOnlySpan<ulong> keys, Span<ulong> bits)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            bits[i] = keys[i] ^ (~(ulong)((long)keys[i] >> 63) | 1UL << 63);
        }
    }
}
