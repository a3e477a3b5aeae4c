using System.Runtime.CompilerServices;

namespace Segmentation;

/// <summary>Reads numbers such as -12.50 from bytes.</summary>
internal static class PlainNumber
{
    /// <summary>A double holds every whole number of so many digits.</summary>
    private const int ExactDigits = 15;

    /// <summary>64 bits hold every whole number of so many digits.</summary>
    private const int MostDigits = 19;

    /// <summary>The powers of ten that a double holds exactly.</summary>
    private static readonly double[] PowerOfTen =
    [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    ];

    /// <summary>Reads a sign, digits and a point, at most 19 digits, as the nearest double.</summary>
    /// <param name="bytes">Begin with the number.</param>
    /// <param name="end">The byte behind it, by which the number is known to end.</param>
    /// <param name="value">The number.</param>
    /// <param name="length">The bytes it takes.</param>
    /// <param name="leadingZero">Whether it is a whole number that begins with a zero, such as 007.</param>
    /// <returns>False where the text is another, be it a number or not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> bytes, byte end, out double value, out int length, out bool leadingZero)
    {
        bool negative = bytes.Length > 0 && bytes[0] == '-';
        int first = negative ? 1 : 0;
        int last = Math.Min(bytes.Length, first + MostDigits + 2);
        int point = -1;
        ulong digits = 0;
        int i = first;
        for (; i < last; i++)
        {
            uint digit = bytes[i] - (uint)'0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (bytes[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                break;
            }
        }

        int digitCount = i - first - (point < 0 ? 0 : 1);
        if (i >= last || bytes[i] != end || digitCount < 1 || digitCount > (point < 0 ? ExactDigits : MostDigits))
        {
            (value, length, leadingZero) = (0, 0, false);
            return false;
        }

        double magnitude = point < 0 ? digits : Quotient(digits, i - point - 1);
        value = negative ? -magnitude : magnitude;
        length = i;
        leadingZero = point < 0 && !negative && digitCount > 1 && bytes[0] == '0';
        return true;
    }

    /// <summary>
    /// The double nearest to digits / 10^places. Where a double holds both exactly, their quotient is rounded once
    /// (Clinger 1990).
    /// </summary>
    private static double Quotient(ulong digits, int places) => digits <= 1UL << 53
        ? digits / PowerOfTen[places]
        : DecimalFraction.Nearest(digits, places);
}
