using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Draws without replacement: the first steps of a Fisher-Yates shuffle.</summary>
internal static class PartialShuffle
{
    /// <summary>Puts so many elements, drawn at random, at the front; the others follow in some order.</summary>
    public static void Draw(Span<int> elements, int count, Xoshiro256StarStar random)
    {
        for (int i = 0; i < count; i++)
        {
            int other = i + random.Next(elements.Length - i);
            (elements[i], elements[other]) = (elements[other], elements[i]);
        }
    }
}
