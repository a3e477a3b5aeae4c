namespace Segmentation;

/// <summary>Checks of options, for their <c>init</c>.</summary>
internal static class OptionRange
{
    /// <summary>The value, which is at least the minimum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less; the message names the option.</exception>
    public static int AtLeast(int minimum, int value, string option) => value >= minimum
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} must be at least {minimum}.");
}
