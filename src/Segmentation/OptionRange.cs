namespace Segmentation;

/// <summary>Checks of options, for their <c>init</c>.</summary>
internal static class OptionRange
{
    /// <summary>The value, which is at least the minimum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less; the message names the option.</exception>
    public static int AtLeast(int minimum, int value, string option) => value >= minimum
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} must be at least {minimum}.");

    /// <summary>The value, which lies between the limits or is one of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not, or is no number; the message names the option.</exception>
    public static double Within(double minimum, double maximum, double value, string option) => value >= minimum && value <= maximum
        ? value
        : throw new ArgumentOutOfRangeException(
            option, value, FormattableString.Invariant($"{option} must lie between {minimum} and {maximum}."));
}
