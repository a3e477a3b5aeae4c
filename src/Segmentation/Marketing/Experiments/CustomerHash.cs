using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Segmentation;

/// <summary>A random number that belongs to a customer, the same on every machine.</summary>
internal static class CustomerHash
{
    private const int LongestOnStack = 256;

    /// <summary>The first 64 bits of SHA-256 of "seed:id" in UTF-8.</summary>
    public static ulong Of(int seed, string id)
    {
        string text = FormattableString.Invariant($"{seed}:{id}");
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[most];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The hash as a number from 0, included, to 1, excluded: its upper 53 bits.</summary>
    public static double ToUnit(ulong hash) => (hash >> 11) * (1.0 / (1L << 53));
}
