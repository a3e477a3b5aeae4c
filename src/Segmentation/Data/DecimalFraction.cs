using System.Numerics;
using System.Runtime.CompilerServices;

namespace Segmentation;

/// <summary>
/// Finds the double nearest to a decimal fraction by multiplication with 128 bits of a reciprocal power of five, after
/// Lemire (2021), "Number parsing at a gigabyte per second", section 5. For at most 27 decimal places the method never
/// has to give up (Mushtak and Lemire 2023).
/// </summary>
internal static class DecimalFraction
{
    private const int MostPlaces = 27;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>For each number of places p, 2^127 to 2^128: 5^-p times a power of two, rounded up.</summary>
    private static readonly UInt128[] Reciprocals = [.. Enumerable.Range(0, MostPlaces + 1).Select(Reciprocal)];

    /// <summary>The double nearest to digits / 10^places; of two equally near ones the even one.</summary>
    /// <param name="digits">Not 0.</param>
    /// <param name="places">0 to 27.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Nearest(ulong digits, int places)
    {
        int leadingZeros = BitOperations.LeadingZeroCount(digits);
        ulong scaled = digits << leadingZeros;
        UInt128 reciprocal = Reciprocals[places];
        ulong high = Math.BigMul(scaled, (ulong)(reciprocal >> 64), out ulong low);
        if ((high & 0x1FF) == 0x1FF)
        {
            // Only then can what the lower half adds reach the bits that count.
            ulong more = Math.BigMul(scaled, (ulong)reciprocal, out _);
            low += more;
            high += low < more ? 1UL : 0;
        }

        int upperBit = (int)(high >> 63);
        int shift = upperBit + 64 - MantissaBits - 3;
        ulong mantissa = high >> shift;
        int exponent = FloorOfPower(places) + 63 + upperBit - leadingZeros + ExponentBias;
        if (low <= 1 && places <= 4 && (mantissa & 3) == 1 && mantissa << shift == high)
        {
            // Exactly between two doubles: down to the even one.
            mantissa &= ~1UL;
        }

        mantissa = (mantissa + (mantissa & 1)) >> 1;
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa >>= 1;
            exponent++;
        }

        return BitConverter.UInt64BitsToDouble((mantissa & ((1UL << MantissaBits) - 1)) | ((ulong)exponent << MantissaBits));
    }

    /// <summary>The whole part of log2(10^-places), rounded down.</summary>
    private static int FloorOfPower(int places) => ((152170 + 65536) * -places) >> 16;

    private static UInt128 Reciprocal(int places)
    {
        BigInteger power = BigInteger.Pow(5, places);
        int bits = (int)(power - 1).GetBitLength();
        return places == 0 ? UInt128.One << 127 : (UInt128)((BigInteger.One << (bits + 127)) / power + 1);
    }
}
