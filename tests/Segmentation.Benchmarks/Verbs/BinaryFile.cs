using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation.Benchmarks;

/// <summary>Numbers in a file without a header: little-endian, one after the other.</summary>
internal static class BinaryFile
{
    /// <summary>The most numbers read or written at once.</summary>
    private const int Block = 1 << 20;

    /// <exception cref="InvalidDataException">The file does not hold exactly so many numbers.</exception>
    public static T[] Read<T>(string path, long count)
        where T : unmanaged, INumber<T>
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length != count * Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException(
                $"{path} has {file.Length} bytes, but {count} numbers of {Unsafe.SizeOf<T>()} bytes take {count * Unsafe.SizeOf<T>()}.");
        }

        T[] numbers = new T[count];
        for (int start = 0; start < numbers.Length; start += Block)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan(start, Math.Min(Block, numbers.Length - start))));
        }

        return numbers;
    }

    public static void Write<T>(string path, ReadOnlySpan<T> numbers)
        where T : unmanaged, INumber<T>
    {
        using FileStream file = File.Create(path);
        for (int start = 0; start < numbers.Length; start += Block)
        {
            file.Write(MemoryMarshal.AsBytes(numbers.Slice(start, Math.Min(Block, numbers.Length - start))));
        }
    }
}
